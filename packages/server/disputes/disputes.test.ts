import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { authorKey, authorsOf } from './authors.ts'

const noon = Date.UTC(2026, 10, 22, 4)

let callers: Callers
let house: House
let ann: Person
let bob: Person
let sent: string

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波')
  sent = await transfer()
})
afterAll(() => callers.close())

async function transfer(): Promise<string> {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 3_000, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  return String(body.id)
}
const form = (change: object = {}) => ({ sourceId: sent, cause: 'mistake', text: '转错人了', ...change })
const open = (who: Person = ann, change: object = {}) => who.call('POST', '/v1/disputes', form(change))
const at = (id: unknown, verb = '') => `/v1/disputes/${String(id)}${verb}`
const balance = async (who: Person) => (await who.call('GET', '/v1/wallet')).body.balance
const kinds = async (id: unknown) => (await callers.events(String(id))).map(({ kind }) => kind)
/** A notice is read once every write that the database server began before it has ended, another test's too. */
const told = (who: Person, kind: string) =>
  expect.poll(() => notices(who), { timeout: 10_000 }).toContain(kind)
const notices = async (who: Person) =>
  ((await who.call('GET', '/v1/inbox')).body.items as { kind: string }[]).map(({ kind }) => kind)
const decide = (id: unknown, body: object, by: Person = house.ada) =>
  by.call('POST', at(id, '/decide'), { reasons: '聊天记录与转账记录一致。', ...body })

const say = (id: unknown, who: Person) => who.call('POST', at(id, '/statements'), { text: '是还款' })

/** A dispute that an agent has in hand, and whose other side has spoken. */
async function inHand(change: object = {}): Promise<string> {
  const { body } = await open(ann, change)
  await house.ada.call('POST', at(body.id, '/assign'), {})
  await say(body.id, bob)
  return String(body.id)
}

async function orderDocument(): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.4\n% an order about ${sent}\n%%EOF\n`)
  const ask = { ownerId: house.ada.id, kind: 'order', said: 'application/pdf', bytes } as const
  return (await handInDocument(callers.service.ctx, ask)).id
}

describe('a dispute', () => {
  it('is opened by a side and told to the other, who is heard', async () => {
    const made = await open(ann, { answers: [{ question: 'whom_meant', answer: '王一' }] })
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'waiting', amount: 3_000, otherId: bob.id, severity: 'normal', agentId: null },
    })
    expect((await callers.events(String(made.body.id)))[0]).toMatchObject({
      kind: 'dispute.opened',
      audience: [ann.id, bob.id].sort(),
      data: { amount: 3_000, cause: 'mistake', by: ann.id },
    })
    await told(bob, 'dispute_opened')
    expect(await notices(ann)).not.toContain('dispute_opened')
    expect((await bob.call('POST', at(made.body.id, '/statements'), { text: '是还款' })).status).toBe(200)
    expect((await ann.call('GET', at(made.body.id))).body.facts).toMatchObject([
      { kind: 'opened', text: '转错人了' },
      { kind: 'statement', by: bob.id, text: '是还款' },
    ])
    expect(await balance(bob)).toBe(3_000)
  })

  it('is there for its two sides and the staff alone, and opened once', async () => {
    const { body } = await open()
    const stranger = await callers.person('路人')
    expect((await stranger.call('GET', at(body.id))).status).toBe(404)
    expect((await stranger.call('POST', at(body.id, '/statements'), { text: '我' })).status).toBe(404)
    expect((await open(stranger)).status).toBe(404)
    expect((await stranger.call('GET', '/v1/disputes')).body.code).toBe('role_missing')
    expect((await open()).body.code).toBe('already_disputed')
    expect((await ann.call('POST', at(body.id, '/withdraw'))).body.state).toBe('withdrawn')
    expect((await open()).status).toBe(201)
    expect((await house.auditor.call('GET', at(body.id))).status).toBe(200)
  })

  it('of a packet is about one share, and of nothing claimed there is none', async () => {
    const eve = await callers.person('伊')
    const { body: group } = await callers.operator.call('POST', '/v1/groups', {
      name: '家',
      memberIds: [ann.id, bob.id, eve.id],
    })
    const ask = { kind: 'equal', groupId: group.id, total: 300, count: 3 }
    const { body: packet } = await ann.call('POST', '/v1/packets', ask)
    await callers.service.forward(minuteMs)
    const about = { sourceId: packet.id }
    expect((await open(ann, about)).body.code).toBe('nothing_to_return')
    for (const who of [bob, eve]) await who.call('POST', `/v1/packets/${String(packet.id)}/claims`)
    expect((await open(ann, about)).status).toBe(400)
    const made = await open(ann, { ...about, againstId: eve.id, cause: 'fraud' })
    expect(made.body).toMatchObject({ amount: 100, otherId: eve.id, severity: 'high' })
    expect((await bob.call('GET', at(made.body.id))).status).toBe(404)
  })
})

describe('an agent', () => {
  it('takes the most urgent first, notes for the staff alone, and asks a side until a moment', async () => {
    const mistake = (await open()).body.id
    const fraud = (await open(bob, { cause: 'fraud' })).body.id
    const { items } = (await house.ada.call('GET', '/v1/disputes')).body as { items: { id: string }[] }
    const ids = items.map(({ id }) => id)
    expect(ids.indexOf(String(fraud))).toBeLessThan(ids.indexOf(String(mistake)))
    await house.ada.call('POST', at(mistake, '/assign'), {})
    await house.ada.call('POST', at(mistake, '/notes'), { text: '看起来可信' })
    const ask = { toId: bob.id, text: '请补充聊天记录' }
    expect((await house.ada.call('POST', at(mistake, '/ask'), ask)).body).toMatchObject({
      state: 'asked',
      agentId: house.ada.id,
    })
    const seen = (await bob.call('GET', at(mistake))).body
    expect(JSON.stringify(seen)).not.toContain('看起来可信')
    expect(JSON.stringify(seen)).not.toContain(house.ada.id)
    expect(seen.facts).toMatchObject([
      { kind: 'opened' },
      { kind: 'asked', by: 'staff', byRole: null, toId: bob.id },
    ])
    const { facts } = (await house.ada.call('GET', at(mistake))).body as { facts: object[] }
    const ada = { by: house.ada.id, byRole: 'dispute_agent' }
    expect(facts.slice(1)).toMatchObject([
      { kind: 'assigned', ...ada },
      { kind: 'note', ...ada },
      { kind: 'asked', ...ada },
    ])
    const byWhom = (await callers.events(String(mistake))).map(({ data }) => data.by)
    expect(byWhom).toEqual([ann.id, house.ada.id, house.ada.id, 'staff'])
    const inLog = [1, 2, 3, 4].map((seq) => ({ sourceId: String(mistake), seq }))
    const authors = await callers.service.ctx.db.snapshot((tx) => authorsOf(tx, inLog))
    const author = { id: house.ada.id, role: 'dispute_agent' }
    expect(inLog.map((one) => authors.get(authorKey(one)))).toEqual([undefined, author, author, author])
    const heard = (await callers.events(String(mistake))).map(({ kind, audience }) => [kind, audience.length])
    expect(heard).toContainEqual(['dispute.noted', 0])
    await told(bob, 'dispute_asked')
    await callers.service.forward(3 * dayMs)
    expect((await bob.call('GET', at(mistake))).body.state).toBe('in_hand')
  })

  it('never works on money that comes back to an organisation they are in', async () => {
    const people = [
      { memberId: ann.id, roles: ['sender'] },
      { memberId: house.abe.id, roles: ['administrator'] },
    ]
    const { body: org } = await callers.operator.call('POST', '/v1/organisations', { name: '安记', people })
    await callers.operator.call('POST', `/v1/organisations/${String(org.id)}/top-ups`, { amount: 10_000 })
    const { body: paid } = await ann.call('POST', '/v1/transfers', {
      payeeId: bob.id,
      amount: 700,
      delayS: 0,
      onBehalfOf: org.id,
    })
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const { id } = (await open(ann, { sourceId: paid.id })).body
    expect((await house.abe.call('POST', at(id, '/assign'), {})).body.code).toBe('own_act')
    expect((await decide(id, { outcome: 'refuse' }, house.abe)).body.code).toBe('own_act')
    expect((await house.ada.call('POST', at(id, '/assign'), {})).status).toBe(200)
  })

  it('never works for or against whoever they have an open dispute of their own with', async () => {
    const { body: own } = await ann.call('POST', '/v1/transfers', {
      payeeId: house.abe.id,
      amount: 50,
      delayS: 0,
    })
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const { id } = (await open()).body
    expect((await house.abe.call('POST', at(id, '/notes'), { text: '看过了' })).status).toBe(200)
    const mine = (await open(ann, { sourceId: own.id })).body.id
    expect((await house.abe.call('POST', at(id, '/notes'), { text: '看过了' })).body.code).toBe('own_act')
    const given = await house.ada.call('POST', at(id, '/assign'), { agentId: house.abe.id })
    expect(given.body.code).toBe('own_act')
    expect((await ann.call('POST', at(mine, '/withdraw'))).status).toBe(200)
    expect((await house.abe.call('POST', at(id, '/assign'), {})).status).toBe(200)
  })

  it('never works on what they are a party to, nor on what another has in hand', async () => {
    await ann.call('POST', '/v1/transfers', { payeeId: house.ada.id, amount: 50, delayS: 0 })
    const { body: own } = await ann.call('POST', '/v1/transfers', {
      payeeId: house.abe.id,
      amount: 50,
      delayS: 0,
    })
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const about = (await open(ann, { sourceId: own.id })).body.id
    expect((await house.abe.call('POST', at(about, '/assign'), {})).body.code).toBe('own_act')
    expect((await decide(about, { outcome: 'refuse' }, house.abe)).body.code).toBe('own_act')
    await ann.call('POST', at(about, '/withdraw'))
    const id = await inHand()
    expect((await house.abe.call('POST', at(id, '/notes'), { text: '我也看' })).body.code).toBe('not_in_hand')
    expect((await house.auditor.call('POST', at(id, '/notes'), { text: '我也看' })).body.code).toBe(
      'role_missing',
    )
    expect((await house.ada.call('POST', at(id, '/assign'), { agentId: house.auditor.id })).body.code).toBe(
      'agent_unfit',
    )
  })
})

describe('a document', () => {
  it('is added by a side; the other learns that it is there, not what is in it', async () => {
    const { body } = await open()
    const bytes = Buffer.from(`%PDF-1.4\n% ${ann.id}\n%%EOF\n`)
    const ask = { ownerId: ann.id, kind: 'chat_record', said: 'application/pdf', bytes } as const
    const { id: documentId } = await handInDocument(callers.service.ctx, ask)
    expect((await bob.call('POST', at(body.id, '/documents'), { documentId })).body.code).toBe(
      'document_unknown',
    )
    await ann.call('POST', at(body.id, '/documents'), { documentId })
    const again = await ann.call('POST', at(body.id, '/documents'), { documentId })
    expect((again.body.facts as object[]).length).toBe(2)
    expect((await bob.call('GET', at(body.id))).body.facts).toMatchObject([
      {},
      { kind: 'document', documentId },
    ])
    expect((await bob.call('GET', `/v1/documents/${documentId}`)).status).toBe(404)
    expect((await house.ada.call('GET', `/v1/documents/${documentId}`)).status).toBe(200)
  })
})

describe('a decision', () => {
  it('waits until the other side has spoken, or has had their time; a freeze waits for nobody', async () => {
    const made = (await open()).body
    const { id } = made
    expect(made.hearing).toEqual({ memberId: bob.id, until: toIso(noon + minuteMs + 3 * dayMs) })
    expect((await decide(id, { outcome: 'refuse' })).body.code).toBe('not_assigned')
    await house.ada.call('POST', at(id, '/assign'), {})
    const early = await decide(id, { outcome: 'refuse' })
    expect(early).toMatchObject({ status: 409, body: { code: 'side_unheard', memberId: bob.id } })
    expect((await decide(id, { outcome: 'freeze', amount: 1_000 })).status).toBe(200)
    expect(await balance(bob)).toBe(2_000)
    await callers.service.forward(3 * dayMs)
    expect((await ann.call('GET', at(id))).body.hearing).toBeNull()
    expect((await decide(id, { outcome: 'refuse' })).body.state).toBe('decided')
    expect([await balance(ann), await balance(bob)]).toEqual([7_000, 2_000])
  })

  it('to return moves nothing without legal ground: the service backs a request', async () => {
    const id = await inHand()
    const reply = await decide(id, { outcome: 'return' })
    expect(reply.body).toMatchObject({ state: 'decided', outcome: 'return' })
    const fact = (reply.body.facts as { effect: string; effectId: string }[]).at(-1)!
    expect(fact).toMatchObject({ effect: 'backed', effectId: expect.stringMatching(/^rr_/) as string })
    expect([await balance(ann), await balance(bob)]).toEqual([7_000, 3_000])
    expect(await kinds(fact.effectId)).toEqual(['return_request.asked'])
    await told(bob, 'dispute_decided')
    expect((await decide(id, { outcome: 'refuse' })).body.code).toBe('dispute_over')
  })

  it.each(['fraud', 'account_theft'])(
    'after %s asks for what is left, in words with nothing to fill in',
    async (cause) => {
      expect((await bob.call('POST', `/v1/transfers/${sent}/return`, { amount: 1_000 })).status).toBe(201)
      const id = await inHand({ cause })
      const reply = await decide(id, { outcome: 'return' })
      const fact = (reply.body.facts as { effect: string; effectId: string }[]).at(-1)!
      expect(fact).toMatchObject({ effect: 'backed', amount: 2_000 })
      const { body } = await bob.call('GET', `/v1/return-requests/${fact.effectId}`)
      expect(body).toMatchObject({ state: 'asked', amount: 2_000, left: 2_000 })
      expect(body.message).toMatch(/支持退还.*由你决定/)
      expect([await balance(ann), await balance(bob)]).toEqual([8_000, 2_000])
    },
  )

  it('whose request was declined before stands without asking again', async () => {
    const asked = await ann.call('POST', `/v1/transfers/${sent}/return-requests`, { cause: 'AC03' })
    const requestId = (asked.body.requests as { id: string }[])[0]!.id
    await bob.call('POST', `/v1/return-requests/${requestId}/decline`, { reason: 'CUST' })
    const reply = await decide(await inHand(), { outcome: 'return' })
    expect((reply.body.facts as object[]).at(-1)).toMatchObject({ effect: 'not_asked' })
    expect([await balance(ann), await balance(bob)]).toEqual([7_000, 3_000])
  })

  it('is no freeze: that is for now, and is let go by the decision that comes after it', async () => {
    const id = await inHand()
    const frozen = await decide(id, { outcome: 'freeze' })
    expect(frozen.body).toMatchObject({ state: 'in_hand', outcome: null, appealBy: null })
    expect(await balance(bob)).toBe(0)
    const freezeId = (frozen.body.facts as { effectId: string }[]).at(-1)!.effectId
    expect((await callers.events(bob.id)).at(-1)).toMatchObject({
      kind: 'wallet.amount_frozen',
      data: { freezeId, aboutId: id },
    })
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'dispute.secured',
      audience: [ann.id, bob.id].sort(),
      data: { outcome: 'freeze', effectId: freezeId, decidedAmount: 3_000, state: 'in_hand' },
    })
    const order = { reference: '沪公返字1号', documentId: await orderDocument() }
    const taken = await decide(id, { outcome: 'return', freezeId, order })
    expect(taken).toMatchObject({ status: 400, body: { errors: [{ field: 'freezeId' }] } })
    const released = await decide(id, { outcome: 'release', freezeId })
    expect(released.body).toMatchObject({ state: 'decided', outcome: 'release' })
    expect([await balance(ann), await balance(bob)]).toEqual([7_000, 3_000])
  })

  it('is appealed against once, within a week, and decided by somebody else', async () => {
    const id = await inHand()
    expect((await ann.call('POST', at(id, '/appeal'), { text: '不服' })).body.code).toBe('not_decided')
    await decide(id, { outcome: 'refuse' })
    expect((await ann.call('POST', at(id, '/appeal'), { text: '不服' })).body.state).toBe('appealed')
    expect((await bob.call('POST', at(id, '/appeal'), { text: '不服' })).body.code).toBe('already_appealed')
    expect((await decide(id, { outcome: 'return' })).body.code).toBe('own_act')
    expect((await house.ada.call('POST', at(id, '/assign'), {})).body.code).toBe('own_act')
    expect((await decide(id, { outcome: 'return' }, house.abe)).body.code).toBe('not_assigned')
    await house.abe.call('POST', at(id, '/assign'), {})
    expect((await decide(id, { outcome: 'return' }, house.abe)).body.code).toBe('side_unheard')
    await say(id, bob)
    const reply = await decide(id, { outcome: 'return' }, house.abe)
    expect(reply.body).toMatchObject({ state: 'closed', outcome: 'return' })
    expect((await kinds(id)).slice(-2)).toEqual(['dispute.stated', 'dispute.appeal_decided'])
  })

  it('is not asked about any more, and is closed by whoever opens the next one after its time to appeal', async () => {
    const id = await inHand()
    await decide(id, { outcome: 'refuse' })
    const ask = { toId: bob.id, text: '请补充' }
    expect((await house.ada.call('POST', at(id, '/ask'), ask)).body.code).toBe('dispute_over')
    expect((await open()).body.code).toBe('already_disputed')
    await callers.service.forward(7 * dayMs)
    const again = await open()
    expect(again.status).toBe(201)
    expect((await kinds(id)).slice(-2)).toEqual(['dispute.decided', 'dispute.closed'])
    expect((await callers.events(id)).at(-1)).toMatchObject({ data: { by: 'clock', state: 'closed' } })
    await callers.service.sweep()
    expect((await ann.call('GET', at(again.body.id))).body.state).toBe('waiting')
    expect([await balance(ann), await balance(bob)]).toEqual([7_000, 3_000])
  })

  it('lets go only of what is frozen of its own money', async () => {
    const id = await inHand()
    const eve = await callers.person('伊', 900n)
    const freeze = {
      kind: 'amount',
      subjectId: eve.id,
      amount: 900,
      reason: 'other',
      note: '核查',
      basis: 'policy',
    }
    const made = await house.abe.call('POST', '/v1/freezes', freeze)
    const reply = await decide(id, { outcome: 'release', freezeId: made.body.id })
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'freezeId' }] } })
    expect(await balance(eve)).toBe(0)
  })

  it('stands when nobody appeals in time, and the dispute is closed', async () => {
    const id = await inHand()
    const reply = await decide(id, { outcome: 'refuse' })
    expect(reply.body.appealBy).toBe(toIso(noon + minuteMs + 7 * dayMs))
    await callers.service.forward(7 * dayMs + hourMs)
    expect((await ann.call('POST', at(id, '/appeal'), { text: '不服' })).body.code).toBe('dispute_over')
    await callers.service.sweep()
    expect(await kinds(id)).toEqual([
      'dispute.opened',
      'dispute.assigned',
      'dispute.stated',
      'dispute.decided',
      'dispute.closed',
    ])
    expect((await open()).status).toBe(201)
  })
})
