/** The money of a case: what a decision may freeze, pay out and let go; two at once; a request across a block. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

const noon = Date.UTC(2026, 10, 22, 4)

let callers: Callers
let house: House
let paper: string
let ann: Person
let bob: Person
let sent: string

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
  const bytes = Buffer.from('%PDF-1.4\n% an order\n%%EOF\n')
  const ask = { ownerId: house.ada.id, kind: 'order', said: 'application/pdf', bytes } as const
  paper = (await handInDocument(callers.service.ctx, ask)).id
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波')
  sent = await arrived(3_000)
})
afterAll(async () => {
  const { checks } = await auditEverything(callers.service.ctx.db)
  await callers.close()
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
})

async function arrived(amount: number): Promise<string> {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  return String(body.id)
}
const at = (id: unknown, verb = '') => `/v1/disputes/${String(id)}${verb}`
/** A dispute that an agent has in hand, and whose other side has spoken. */
async function inHand(sourceId = sent): Promise<string> {
  const { body } = await ann.call('POST', '/v1/disputes', { sourceId, cause: 'fraud', text: '被骗了' })
  await house.ada.call('POST', at(body.id, '/assign'), {})
  await bob.call('POST', at(body.id, '/statements'), { text: '是还款' })
  return String(body.id)
}
const decide = (id: unknown, body: object, key?: string) =>
  house.ada.call('POST', at(id, '/decide'), { reasons: '记录一致。', ...body }, key)
const frozenFor = async (aboutId: string | null, change: object = {}) => {
  const order = { basis: 'police_freeze', reference: '沪公冻字1号', documentId: paper, reason: 'order' }
  const body = {
    kind: 'amount',
    subjectId: bob.id,
    amount: 3_000,
    note: '依法冻结',
    aboutId,
    ...order,
    ...change,
  }
  const made = await house.abe.call('POST', '/v1/freezes', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return String(made.body.id)
}
const payingOrder = () => ({ reference: '沪公返字7号', documentId: paper })
const money = async () => {
  const of = async (who: Person) => (await who.call('GET', '/v1/wallet')).body
  const [payer, holder] = [await of(ann), await of(bob)]
  return [payer.balance, holder.balance, holder.frozenAmount].map(Number)
}
const codeOf = ({ status, body }: Reply) => (status < 300 ? 'yes' : String(body.code))
const lastFact = ({ body }: Reply) => (body.facts as Record<string, unknown>[]).at(-1)!
const lastEvent = async (id: string) => (await callers.events(id)).at(-1)!
const both = () => [ann.id, bob.id].sort()

describe('out of what an order froze', () => {
  it('nothing is decided on an order, or a freeze, that the decision has no use for', async () => {
    const id = await inHand()
    const freezeId = await frozenFor(id)
    const before = await lastEvent(id)
    const fieldsOf = ({ status, body }: Reply) => [status, (body.errors as { field: string }[])[0]!.field]
    for (const [field, body] of [
      ['order', { outcome: 'return', order: payingOrder() }],
      ['order', { outcome: 'release', freezeId, order: payingOrder() }],
      ['freezeId', { outcome: 'refuse', freezeId }],
      ['freezeId', { outcome: 'freeze', freezeId }],
    ] as const)
      expect(fieldsOf(await decide(id, body))).toEqual([400, field])
    expect([await money(), await lastEvent(id)]).toEqual([[7_000, 0, 3_000], before])
  })

  it('a part goes back on the word of the police, and the rest stays frozen under their order', async () => {
    const id = await inHand()
    const freezeId = await frozenFor(id)
    expect(await money()).toEqual([7_000, 0, 3_000])
    const part = { outcome: 'part', amount: 2_000, freezeId }
    expect((await decide(id, part)).body).toMatchObject({
      code: 'paying_order_needed',
      basis: 'police_freeze',
    })
    expect(await money()).toEqual([7_000, 0, 3_000])
    const reply = await decide(id, { ...part, order: payingOrder() })
    const said = {
      effect: 'moved',
      amount: 2_000,
      freezeId,
      orderReference: '沪公返字7号',
      documentId: paper,
    }
    expect(lastFact(reply)).toMatchObject(said)
    expect(await money()).toEqual([9_000, 0, 1_000])
    expect(await lastEvent(bob.id)).toMatchObject({
      kind: 'wallet.frozen_amount_returned',
      data: { freezeId, disputeId: id, amount: 2_000, left: 1_000, releaseReason: null },
    })
    expect(await lastEvent(id)).toMatchObject({ kind: 'dispute.decided', audience: both() })
    const freeze = (await bob.call('GET', `/v1/me/freezes/${freezeId}`)).body
    expect(freeze).toMatchObject({
      releasedAt: null,
      amount: 3_000,
      paidOut: 2_000,
      left: 1_000,
      aboutId: id,
    })
    await house.ada.call('POST', `/v1/freezes/${freezeId}/release`, { reason: 'order_lifted' })
    expect(await money()).toEqual([9_000, 1_000, 0])
  })

  it('all that is left goes back after a part came back, and what was agreed in parts ends with it', async () => {
    await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 3_000 })
    const plan = { count: 2, firstOn: '2026-11-24', every: 'week' }
    const body = { about: sent, principal: 3_000, plan }
    const instalments = String((await bob.call('POST', '/v1/instalments', body)).body.id)
    await ann.call('POST', `/v1/instalments/${instalments}/accept`, { version: 1 })
    await bob.call('POST', `/v1/instalments/${instalments}/pay`, {})
    const id = await inHand()
    const freezeId = await frozenFor(sent)
    const reply = await decide(id, { outcome: 'return', freezeId, order: payingOrder() })
    expect(lastFact(reply)).toMatchObject({ effect: 'moved', amount: 1_500 })
    expect(await money()).toEqual([10_000, 1_500, 1_500])
    expect((await bob.call('GET', `/v1/instalments/${instalments}`)).body).toMatchObject({
      state: 'settled',
      paid: 1_500,
      left: 0,
      may: [],
    })
    expect(await lastEvent(instalments)).toMatchObject({ kind: 'instalments.settled', audience: both() })
    await callers.service.forward(9 * dayMs)
    await callers.service.sweep()
    expect((await lastEvent(instalments)).kind).toBe('instalments.settled')
  })

  it('what is frozen for another case, or by a stop-payment, pays nothing', async () => {
    const other = await arrived(1_000)
    const id = await inHand()
    const refused = async (freezeId: string) => {
      const reply = await decide(id, { outcome: 'part', amount: 500, freezeId, order: payingOrder() })
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'freezeId' }] } })
      expect((await decide(id, { outcome: 'release', freezeId })).status).not.toBe(200)
    }
    await refused(await frozenFor(other, { amount: 500 }))
    await refused(await frozenFor(null, { amount: 500 }))
    await refused(await frozenFor(id, { amount: 500, basis: 'police_stop' }))
    await refused(await frozenFor(null, { amount: 500, basis: 'policy', reference: null, documentId: null }))
    expect(await money()).toEqual([6_000, 2_000, 2_000])
  })

  it('no freeze names a case whose money it has not', async () => {
    const eve = await callers.person('伊', 500n)
    const body = {
      kind: 'amount',
      subjectId: eve.id,
      amount: 100,
      reason: 'dispute',
      note: '核查',
      basis: 'policy',
    }
    for (const aboutId of [sent, await inHand(), 'dsp_00000000000000000000000000']) {
      const reply = await house.abe.call('POST', '/v1/freezes', { ...body, aboutId })
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'aboutId' }] } })
    }
  })

  it('R3: a return that is refused after its money was let go leaves everything as it was', async () => {
    const id = await inHand()
    const freezeId = await frozenFor(id)
    const wallet = { kind: 'wallet', subjectId: bob.id, reason: 'other', note: '核查', basis: 'policy' }
    await house.abe.call('POST', '/v1/freezes', wallet)
    const before = [await callers.events(bob.id), await callers.events(id)].map((events) => events.length)
    const reply = await decide(id, { outcome: 'return', freezeId, order: payingOrder() })
    expect(codeOf(reply)).toBe('wallet_frozen')
    expect(await money()).toEqual([7_000, 0, 3_000])
    const after = [await callers.events(bob.id), await callers.events(id)].map((events) => events.length)
    expect(after).toEqual(before)
    const freeze = (await bob.call('GET', `/v1/me/freezes/${freezeId}`)).body
    expect(freeze).toMatchObject({ releasedAt: null, paidOut: 0, left: 3_000 })
    expect((await ann.call('GET', at(id))).body.state).toBe('in_hand')
  })
})

it('a freeze for a dispute is of what is left of its money, and not of more', async () => {
  await bob.call('POST', `/v1/transfers/${sent}/return`, { amount: 1_000 })
  await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 5_000 })
  const id = await inHand()
  const more = await decide(id, { outcome: 'freeze', amount: 2_001 })
  expect(more.body).toMatchObject({ code: 'return_above_left', left: 2_000 })
  expect(lastFact(await decide(id, { outcome: 'freeze', amount: 500 }))).toMatchObject({ amount: 500 })
  expect(lastFact(await decide(id, { outcome: 'freeze' }))).toMatchObject({ effect: 'frozen', amount: 1_500 })
  expect(codeOf(await decide(id, { outcome: 'freeze' }))).toBe('already_frozen')
  expect(await money()).toEqual([8_000, 5_000, 2_000])
  await bob.call('POST', `/v1/transfers/${sent}/return`, {})
  expect(codeOf(await decide(id, { outcome: 'freeze' }))).toBe('already_given_back')
})

describe('two at once', () => {
  it('R6: of two decisions with keys of their own one is made', async () => {
    const id = await inHand()
    const freezeId = await frozenFor(id)
    const pay = { outcome: 'return', freezeId, order: payingOrder() }
    const answers = await Promise.all([decide(id, pay, `${id}-1`), decide(id, pay, `${id}-2`)])
    expect(answers.map(codeOf).sort()).toEqual(['dispute_over', 'yes'])
    expect(await money()).toEqual([10_000, 0, 0])
    const decided = (await callers.events(id)).filter(({ kind }) => kind === 'dispute.decided')
    expect(decided).toHaveLength(1)
  })

  it('a decision against the holder’s own return: the money goes back once, and both are told', async () => {
    for (let round = 0; round < 3; round++) {
      const source = await arrived(1_000)
      const id = await inHand(source)
      const freezeId = await frozenFor(id, { amount: 1_000 })
      await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 1_000 })
      const [payer, holder, frozen] = (await money()) as [number, number, number]
      const pay = () => decide(id, { outcome: 'return', freezeId, order: payingOrder() })
      const give = () => bob.call('POST', `/v1/transfers/${source}/return`, {})
      const answers = await Promise.all((round % 2 ? [pay, give] : [give, pay]).map((race) => race()))
      expect(answers.map(codeOf).sort()).toEqual(['already_given_back', 'yes'])
      const byDecision = codeOf(answers[round % 2 ? 0 : 1]!) === 'yes'
      const rest = byDecision ? [holder, frozen - 1_000] : [holder - 1_000, frozen]
      expect(await money()).toEqual([payer + 1_000, ...rest])
      const [paid, given] = round % 2 ? answers : answers.toReversed()
      const requestId = String(byDecision ? lastFact(paid!).effectId : given!.body.id)
      expect(await lastEvent(requestId)).toMatchObject({ kind: 'return_request.returned', audience: both() })
    }
  })
})

describe('whoever blocked the sender, as in 沈阳 2016', () => {
  const askBack = (body: object = {}) =>
    ann.call('POST', `/v1/transfers/${sent}/return-requests`, { cause: 'AC03', ...body })
  const firstOf = ({ body }: Reply) => (body.requests as { id: string; served: boolean }[])[0]!

  it('is served the first request of a case by the service, once, and reminded of nothing', async () => {
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    expect(codeOf(await askBack())).toBe('recipient_blocked')
    const { body } = await ann.call('POST', '/v1/disputes', {
      sourceId: sent,
      cause: 'mistake',
      text: '转错人了',
    })
    const preview = await ann.call('POST', `/v1/transfers/${sent}/return-requests/preview`, { cause: 'AC03' })
    expect(preview.body.recipients).toMatchObject([{ served: true, refusal: null }])
    const asked = await askBack()
    const { id } = firstOf(asked)
    expect(firstOf(asked)).toMatchObject({ served: true, state: 'asked', reminders: { nextAt: null } })
    expect(await lastEvent(id)).toMatchObject({ audience: both(), data: { served: true, amount: 3_000 } })
    // A notice is read once every write that the database server began before it has ended, another test's too.
    const notices = async () => (await bob.call('GET', '/v1/inbox')).body.items
    const notice = expect.objectContaining({ kind: 'return_served', sourceId: id }) as object
    await expect.poll(notices, { timeout: 10_000 }).toContainEqual(notice)
    expect((await ann.call('GET', `/v1/return-requests/${id}`)).body.deliveredAt).not.toBeNull()
    await bob.call('POST', `/v1/return-requests/${id}/read`)
    expect((await ann.call('GET', `/v1/return-requests/${id}`)).body.readAt).not.toBeNull()
    const chats = (await bob.call('GET', '/v1/chats')).body.items as object[]
    await callers.service.forward(dayMs)
    expect(codeOf(await ann.call('POST', `/v1/return-requests/${id}/remind`))).toBe('recipient_blocked')
    await bob.call('DELETE', `/v1/blocks/${ann.id}`)
    expect(codeOf(await ann.call('POST', `/v1/return-requests/${id}/remind`))).toBe('reminded_enough')
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    await ann.call('POST', `/v1/return-requests/${id}/withdraw`)
    expect(codeOf(await askBack())).toBe('recipient_blocked')
    expect((await bob.call('GET', '/v1/chats')).body.items).toHaveLength(chats.length)
    expect((await ann.call('GET', at(body.id))).body.state).toBe('waiting')
    expect(await money()).toEqual([7_000, 3_000, 0])
  })

  it('is served none once the dispute is over by the clock, whether or not that is written down', async () => {
    const id = await inHand()
    await decide(id, { outcome: 'refuse' })
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    await callers.service.forward(7 * dayMs)
    expect(codeOf(await askBack())).toBe('recipient_blocked')
    expect((await ann.call('GET', at(id))).body.state).toBe('closed')
    expect((await lastEvent(id)).kind).toBe('dispute.decided')
  })

  it('is served the request that a decision backs', async () => {
    const id = await inHand()
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    const fact = lastFact(await decide(id, { outcome: 'return' }))
    expect(fact).toMatchObject({ effect: 'backed', amount: 3_000 })
    const { body } = await bob.call('GET', `/v1/return-requests/${String(fact.effectId)}`)
    expect(body).toMatchObject({ served: true, state: 'asked' })
    expect(await money()).toEqual([7_000, 3_000, 0])
  })
})
