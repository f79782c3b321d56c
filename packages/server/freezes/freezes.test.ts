import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { openCallers, type Callers, type Caller, type Person } from '../testing/callers.ts'
import { openHouse, type House } from './testing/house.ts'

const noon = Date.UTC(2026, 10, 22, 4)

let callers: Callers
let house: House
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波')
})
afterAll(() => callers.close())

const ofAnn = (change: object = {}) => ({
  kind: 'amount',
  subjectId: ann.id,
  amount: 4_000,
  reason: 'dispute',
  note: '有人反映这笔钱有争议',
  basis: 'policy',
  ...change,
})
const freeze = (body: object, by: Caller = house.ada) => by.call('POST', '/v1/freezes', body)
const release = (id: unknown, by: Caller = house.ada, reason = 'cleared') =>
  by.call('POST', `/v1/freezes/${String(id)}/release`, { reason })
const wallet = async (who: Person) => (await who.call('GET', '/v1/wallet')).body
const transfer = (amount: number) => ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount, delayS: 0 })
const lastEvent = async (id: string) => (await callers.events(id)).at(-1)
const notices = async (who: Person) =>
  ((await who.call('GET', '/v1/inbox')).body.items as { kind: string }[]).map(({ kind }) => kind)

async function packet(change: object = {}): Promise<string> {
  const body = { kind: 'direct', recipientIds: [bob.id], total: 600, count: 1, ...change }
  const sent = await ann.call('POST', '/v1/packets', body)
  await callers.service.forward(minuteMs)
  return String(sent.body.id)
}
const ofPacket = (subjectId: string, change: object = {}) =>
  ofAnn({ kind: 'packet', subjectId, amount: null, ...change })

describe('an amount in a wallet', () => {
  it('is put beside it until its time, and the rest stays usable', async () => {
    const made = await freeze(ofAnn())
    expect(made).toMatchObject({ status: 201, body: { amount: 4_000, shortfall: 0, frozenBy: house.ada.id } })
    expect(await wallet(ann)).toMatchObject({ balance: 6_000, frozenAmount: 4_000, state: 'open' })
    expect(await lastEvent(ann.id)).toMatchObject({
      kind: 'wallet.amount_frozen',
      audience: [ann.id],
      data: {
        freezeId: made.body.id,
        amount: 4_000,
        reason: '有人反映这笔钱有争议',
        until: toIso(noon + 7 * dayMs),
      },
    })
    expect((await transfer(6_001)).body.code).toBe('balance_too_low')
    expect((await transfer(6_000)).status).toBe(201)
    await callers.service.forward(7 * dayMs)
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ balance: 4_000, frozenAmount: 0 })
    expect(await lastEvent(ann.id)).toMatchObject({
      kind: 'wallet.amount_unfrozen',
      data: { amount: 4_000, releaseReason: 'expired' },
    })
    expect((await auditEverything(callers.service.ctx.db)).ok).toBe(true)
  })

  it('is never more than is there: the shortfall is said', async () => {
    const made = await freeze(ofAnn({ amount: 15_000 }))
    expect(made.body).toMatchObject({ amount: 10_000, askedAmount: 15_000, shortfall: 5_000 })
    expect(await wallet(ann)).toMatchObject({ balance: 0, frozenAmount: 10_000 })
    expect((await freeze(ofAnn())).body.code).toBe('balance_too_low')
  })

  it('may be frozen twice, and each comes back by itself', async () => {
    const first = await freeze(ofAnn({ amount: 1_000 }))
    await freeze(ofAnn({ amount: 2_000 }), house.abe)
    expect(await wallet(ann)).toMatchObject({ balance: 7_000, frozenAmount: 3_000 })
    await release(first.body.id)
    expect(await wallet(ann)).toMatchObject({ balance: 8_000, frozenAmount: 2_000 })
    expect((await release(first.body.id)).body).toMatchObject({ code: 'freeze_ended' })
    expect(await wallet(ann)).toMatchObject({ balance: 8_000, frozenAmount: 2_000 })
  })

  it('of an organisation is told to whoever answers for it, who may object', async () => {
    const people = [{ memberId: ann.id, roles: ['administrator'] }]
    const { body } = await callers.operator.call('POST', '/v1/organisations', { name: '公司', people })
    const id = String(body.id)
    await callers.operator.call('POST', `/v1/organisations/${id}/top-ups`, { amount: 5_000 })
    const made = await freeze(ofAnn({ subjectId: id }))
    expect(await lastEvent(id)).toMatchObject({ kind: 'wallet.amount_frozen', audience: [ann.id] })
    expect((await ann.call('GET', `/v1/organisations/${id}`)).body.wallet).toMatchObject({ balance: 1_000 })
    const said = await ann.call('POST', `/v1/freezes/${String(made.body.id)}/appeal`, { text: '合同款' })
    expect(said.status).toBe(200)
    expect((await bob.call('GET', `/v1/me/freezes/${String(made.body.id)}`)).status).toBe(404)
    const answer = { outcome: 'upheld', answer: '核实了' }
    await house.abe.call('POST', `/v1/freezes/${String(made.body.id)}/appeal/answer`, answer)
    expect((await callers.events(id)).slice(-3).map(({ kind }) => kind)).toEqual([
      'freeze.appealed',
      'wallet.amount_unfrozen',
      'freeze.appeal_answered',
    ])
  })
})

describe('a wallet', () => {
  const all = { kind: 'wallet', amount: null }
  it('stays frozen until the last of its freezes ends', async () => {
    const own = await freeze(ofAnn(all))
    const order = { basis: 'police_stop', reference: '沪公止字1号', documentId: await orderDocument() }
    await freeze(ofAnn({ ...all, ...order }))
    await release(own.body.id)
    expect(await wallet(ann)).toMatchObject({ state: 'frozen' })
    expect((await transfer(1)).body.code).toBe('wallet_frozen')
    await callers.service.forward(48 * hourMs)
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ state: 'open', frozen: null })
    expect((await transfer(1)).status).toBe(201)
  })

  it('frozen by the operator alone ends by itself in a week', async () => {
    await callers.operator.call('PUT', `/v1/members/${ann.id}/freeze`, { reason: '核查' })
    expect(await wallet(ann)).toMatchObject({ frozen: { reason: '核查', until: toIso(noon + 7 * dayMs) } })
    await callers.service.forward(7 * dayMs - 1)
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ state: 'frozen' })
    await callers.service.forward(1)
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ state: 'open' })
  })
})

async function orderDocument(): Promise<string> {
  const { ctx } = callers.service
  const bytes = Buffer.from(`%PDF-1.4\n% an order about ${ann.id}\n%%EOF\n`)
  const ask = { ownerId: house.ada.id, kind: 'order', said: 'application/pdf', bytes } as const
  return (await handInDocument(ctx, ask)).id
}

describe('a packet', () => {
  it('keeps what is left of it: no claim, recall or expiry before its freeze ends', async () => {
    const id = await packet()
    const made = await freeze(ofPacket(id))
    expect(await lastEvent(id)).toMatchObject({
      kind: 'packet.frozen',
      audience: [ann.id, bob.id, id].sort(),
    })
    const refused = {
      status: 409,
      body: { code: 'packet_frozen', until: toIso(noon + minuteMs + 7 * dayMs) },
    }
    expect(await bob.call('POST', `/v1/packets/${id}/claims`)).toMatchObject(refused)
    expect(await bob.call('POST', `/v1/packets/${id}/decline`)).toMatchObject(refused)
    expect(await ann.call('POST', `/v1/packets/${id}/recall`, {})).toMatchObject(refused)
    expect((await ann.call('GET', `/v1/packets/${id}`)).body).toMatchObject({
      state: 'open',
      may: ['pause', 'ask_not_to_open'],
    })
    await callers.service.forward(2 * dayMs)
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ balance: 9_400 })
    await release(made.body.id)
    expect(await wallet(ann)).toMatchObject({ balance: 10_000 })
    expect((await callers.events(id)).slice(-2).map(({ kind }) => kind)).toEqual([
      'packet.unfrozen',
      'packet.expired',
    ])
  })

  it('can be claimed again when its freeze is over, swept or not', async () => {
    const id = await packet()
    const until = toIso(noon + 2 * hourMs)
    await freeze(ofPacket(id, { until }))
    await callers.service.forward(2 * hourMs)
    expect((await bob.call('POST', `/v1/packets/${id}/claims`)).status).toBe(200)
    await callers.service.sweep()
    expect(await lastEvent(id)).toMatchObject({ kind: 'packet.unfrozen' })
    expect((await ann.call('GET', `/v1/packets/${id}`)).body).toMatchObject({
      state: 'claimed_out',
      frozenUntil: null,
    })
    expect((await auditEverything(callers.service.ctx.db)).ok).toBe(true)
  })

  it('that nobody sees yet is not undone while it is frozen, and its payer alone is told', async () => {
    const body = { kind: 'direct', recipientIds: [bob.id], total: 600, count: 1 }
    const { body: sent } = await ann.call('POST', '/v1/packets', body)
    const id = String(sent.id)
    const made = await freeze(ofPacket(id))
    expect(await lastEvent(id)).toMatchObject({ kind: 'packet.frozen', audience: [ann.id] })
    expect((await ann.call('POST', `/v1/packets/${id}/undo`)).body.code).toBe('packet_frozen')
    await release(made.body.id)
    expect((await ann.call('POST', `/v1/packets/${id}/undo`)).status).toBe(200)
  })

  it('frozen twice is told of when its last moment changes, and free with the later', async () => {
    const id = await packet()
    const first = await freeze(ofPacket(id))
    const until = toIso(noon + hourMs)
    const order = { basis: 'court', reference: '(2026)沪01执1号', documentId: await orderDocument(), until }
    const second = await freeze(ofPacket(id, order))
    await release(first.body.id)
    expect(await lastEvent(id)).toMatchObject({ kind: 'packet.frozen', data: { until } })
    await release(second.body.id, house.ada, 'order_lifted')
    expect(await lastEvent(id)).toMatchObject({ kind: 'packet.unfrozen' })
    expect((await bob.call('POST', `/v1/packets/${id}/claims`)).status).toBe(200)
    expect((await freeze(ofPacket(id))).body.code).toBe('already_claimed_out')
  })
})

describe('whose money it is', () => {
  it('is told why, on what basis, until when, and objects; somebody else answers', async () => {
    const made = await freeze(ofAnn())
    const at = `/v1/freezes/${String(made.body.id)}`
    const { items } = (await ann.call('GET', '/v1/me/freezes')).body as { items: object[] }
    expect(items).toMatchObject([
      {
        id: made.body.id,
        basis: 'policy',
        isOrder: false,
        appealsLeft: 3,
        laws: [{ number: '18' }, { number: '32' }],
      },
    ])
    expect(JSON.stringify(items)).not.toContain(house.ada.id)
    expect((await ann.call('POST', `${at}/appeal`, { text: '这是工资' })).body).toMatchObject({
      appeals: [{ no: 1, text: '这是工资', answeredAt: null }],
    })
    expect((await ann.call('POST', `${at}/appeal`, { text: '再说一遍' })).body.code).toBe('already_appealed')
    const answer = { outcome: 'upheld', answer: '工资单对上了' }
    expect((await house.ada.call('POST', `${at}/appeal/answer`, answer)).body.code).toBe('own_act')
    expect((await house.abe.call('POST', `${at}/appeal/answer`, answer)).body).toMatchObject({
      releaseReason: 'cleared',
      releasedBy: house.abe.id,
      appeals: [{ outcome: 'upheld', answeredBy: house.abe.id }],
    })
    expect(await wallet(ann)).toMatchObject({ balance: 10_000, frozenAmount: 0 })
    // A notice is read once every write that the database server began before it has ended, another test's too.
    await expect
      .poll(() => notices(ann), { timeout: 10_000 })
      .toEqual(
        expect.arrayContaining(['freeze_appeal_upheld', 'wallet_amount_unfrozen', 'wallet_amount_frozen']),
      )
  })

  it('objects three times at most, and is told each time that it stays', async () => {
    const made = await freeze(ofAnn())
    const at = `/v1/freezes/${String(made.body.id)}`
    for (let no = 1; no <= 3; no++) {
      await ann.call('POST', `${at}/appeal`, { text: `第 ${no} 次` })
      await house.abe.call('POST', `${at}/appeal/answer`, { outcome: 'dismissed', answer: '材料不足' })
    }
    expect(await lastEvent(ann.id)).toMatchObject({
      kind: 'freeze.appeal_answered',
      data: { outcome: 'dismissed' },
    })
    expect((await ann.call('POST', `${at}/appeal`, { text: '第 4 次' })).body.code).toBe('appeals_max')
    expect(await wallet(ann)).toMatchObject({ frozenAmount: 4_000 })
  })
})

describe('who may', () => {
  it('is a dispute agent of the house or the operator; an auditor reads', async () => {
    expect((await freeze(ofAnn(), bob)).body.code).toBe('not_found')
    expect((await freeze(ofAnn(), house.auditor)).body).toMatchObject({
      code: 'role_missing',
      roles: ['dispute_agent'],
    })
    const made = await freeze(ofAnn(), callers.operator)
    expect(made.body).toMatchObject({ frozenBy: 'operator' })
    const at = `/v1/freezes/${String(made.body.id)}`
    expect((await house.auditor.call('GET', at)).status).toBe(200)
    expect((await house.auditor.call('GET', '/v1/freezes')).status).toBe(200)
    expect((await ann.call('GET', at)).body.code).toBe('not_found')
    expect((await bob.call('POST', `${at}/appeal`, { text: '我' })).status).toBe(404)
    expect((await release(made.body.id, ann)).body.code).toBe('not_found')
  })

  it('is nobody who is a party to it', async () => {
    await callers.operator.call('POST', '/v1/top-ups', { memberId: house.ada.id, amount: 500 })
    expect((await freeze(ofAnn({ subjectId: house.ada.id }))).body.code).toBe('own_act')
    const id = await packet({ recipientIds: [house.abe.id] })
    expect((await freeze(ofPacket(id), house.abe)).body.code).toBe('own_act')
    expect((await freeze(ofPacket(id))).status).toBe(201)
  })

  it('is nobody whose case it is about, whoever froze', async () => {
    await callers.operator.call('POST', '/v1/top-ups', { memberId: house.ada.id, amount: 500 })
    const { body: own } = await house.ada.call('POST', '/v1/transfers', {
      payeeId: bob.id,
      amount: 100,
      delayS: 0,
    })
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const about = ofAnn({ subjectId: bob.id, amount: 100, aboutId: own.id })
    expect((await freeze(about)).body.code).toBe('own_act')
    const made = await freeze(about, house.abe)
    expect(made.status).toBe(201)
    expect((await release(made.body.id)).body.code).toBe('own_act')
    const at = `/v1/freezes/${String(made.body.id)}/appeal`
    expect((await bob.call('POST', at, { text: '这是我的钱' })).status).toBe(200)
    const answer = { outcome: 'dismissed', answer: '不成立' }
    expect((await house.ada.call('POST', `${at}/answer`, answer)).body.code).toBe('own_act')
    const { body: dispute } = await house.ada.call('POST', '/v1/disputes', {
      sourceId: own.id,
      cause: 'mistake',
      text: '转错人了',
    })
    expect((await freeze({ ...about, aboutId: dispute.id })).body.code).toBe('own_act')
  })

  it('the house is one: a second is refused', async () => {
    const body = { name: '第二家', house: true, people: [{ memberId: bob.id, roles: ['administrator'] }] }
    expect((await callers.operator.call('POST', '/v1/organisations', body)).body.code).toBe('house_taken')
    expect((await house.ada.call('GET', '/v1/me/organisations')).body.items).toMatchObject([{ house: true }])
  })

  it.each([
    ['an unknown basis', { basis: 'feeling' }, 400],
    ['an unknown reason', { reason: 'dislike' }, 400],
    ['longer than its basis allows', { until: toIso(noon + 8 * dayMs) }, 'freeze_out_of_bounds'],
    ['that is over before it begins', { until: toIso(noon - 1) }, 'freeze_out_of_bounds'],
    ['by an order without a number', { basis: 'court' }, 'freeze_reference_needed'],
    ['by an order without its document', { basis: 'court', reference: '1' }, 'freeze_document_needed'],
    [
      'by an order with a document nobody has',
      { basis: 'court', reference: '1', documentId: 'doc_00000000000000000000000000' },
      'document_unknown',
    ],
    ['of a wallet with an amount', { kind: 'wallet' }, 400],
    ['of an amount without one', { amount: null }, 400],
    ['of a packet that is a wallet', { kind: 'packet', amount: null }, 400],
    ['of nothing', { amount: 0 }, 400],
    ['with a note nobody can read', { note: '\u200b' }, 400],
  ])('%s is refused, and nothing is frozen', async (_, change, answer) => {
    const reply = await freeze(ofAnn(change))
    expect(typeof answer === 'number' ? reply.status : reply.body.code).toBe(answer)
    expect(await wallet(ann)).toMatchObject({ balance: 10_000, frozenAmount: 0, state: 'open' })
  })
})
