import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import { startOfChinaDate } from '@laisee/core/law/china-date.ts'
import type { Person } from '../testing/callers.ts'
import {
  ann,
  ask,
  asked,
  balance,
  balances,
  bob,
  cai,
  callers,
  inboxOf,
  noon,
  on,
  packet,
  pass,
  told,
  transfer,
  useTrio,
} from '../returns/testing/trio.ts'

useTrio()

const plan = { principal: 3_000, plan: { count: 3, firstOn: '2026-11-30', every: 'month' } }
const propose = (about: string, by: Person, more: object = plan) =>
  by.call('POST', '/v1/instalments', { about, ...more })
const to = (id: string, verb: string, by: Person, body?: object) =>
  by.call('POST', `/v1/instalments/${id}/${verb}`, body)
const until = async (day: string, hours = 12) => {
  await callers.service.freeze(startOfChinaDate(day) + hours * hourMs)
  await callers.service.sweep()
}

/** Three parts of ten yuan each that both agreed on. */
async function agreed(consent = false): Promise<string> {
  const id = String((await propose(await transfer(3_000), ann)).body.id)
  await to(id, 'accept', bob, { version: 1, consent })
  return id
}

const parts = async (id: string) =>
  ((await bob.call('GET', `/v1/instalments/${id}`)).body.agreed as { parts: { state: string }[] }).parts.map(
    ({ state }) => state,
  )

describe('agreeing', () => {
  it('one proposes, the other accepts: parts make the sum, days are working days, no money moves, both are told', async () => {
    const source = await transfer(1_000)
    const request = await asked(source)
    const before = await balances()
    const { status, body } = await propose(source, bob, {
      principal: 1_000,
      plan: { count: 3, firstOn: '2026-11-28', every: 'week' },
    })
    expect([status, body]).toMatchObject([201, { state: 'proposed', agreed: null, may: ['propose', 'drop'] }])
    expect(body.proposed).toMatchObject({
      parts: [
        { amount: 334, askedOn: '2026-11-28', dueOn: '2026-11-30' },
        { amount: 333, askedOn: '2026-12-05', dueOn: '2026-12-07' },
        { amount: 333, askedOn: '2026-12-12', dueOn: '2026-12-14' },
      ],
    })
    const id = String(body.id)
    expect((await to(id, 'accept', bob, { version: 1 })).body).toMatchObject({ code: 'own_act' })
    expect((await to(id, 'accept', cai, { version: 1 })).body).toMatchObject({ code: 'not_found' })
    expect((await to(id, 'accept', ann, { version: 1 })).body).toMatchObject({
      state: 'active',
      left: 1_000,
      proposed: null,
    })
    expect(await balances()).toEqual(before)
    expect(await callers.events(id)).toMatchObject([
      { kind: 'instalments.proposed', audience: [ann.id, bob.id].sort() },
      { kind: 'instalments.agreed', data: { by: ann.id, total: 1_000, count: 3 } },
    ])
    expect((await ann.call('GET', `/v1/return-requests/${request}`)).body).toMatchObject({
      state: 'withdrawn',
      result: 'RJCR',
    })
    expect((await ask(source)).body).toMatchObject({ code: 'instalments_agreed' })
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, {})).body).toMatchObject({
      code: 'instalments_agreed',
    })
  })

  it('on a version while the other edits is refused, and on the newest counts', async () => {
    const source = await transfer(3_000)
    const id = String((await propose(source, ann)).body.id)
    expect((await propose(source, ann, { ...plan, principal: 2_000 })).body).toMatchObject({
      id,
      proposed: { version: 2 },
    })
    expect((await to(id, 'accept', bob, { version: 1 })).body).toMatchObject({
      code: 'instalments_moved_on',
      version: 2,
    })
    expect((await to(id, 'accept', bob, { version: 2 })).body).toMatchObject({
      left: 2_000,
      history: [{ version: 1 }, { version: 2 }],
    })
  })

  it.each([
    [
      'a day in the past',
      { principal: 3_000, parts: [{ amount: 3_000, dueOn: '2026-11-21' }] },
      'instalment_days_out_of_bounds',
    ],
    [
      'the 31st of November',
      { principal: 3_000, parts: [{ amount: 3_000, dueOn: '2026-11-31' }] },
      'instalment_days_out_of_bounds',
    ],
    [
      'a fen too much',
      { principal: 3_000, parts: [{ amount: 3_001, dueOn: '2026-11-30' }] },
      'parts_not_the_total',
    ],
    ['more than was received', { ...plan, principal: 3_001 }, 'return_above_left'],
    ['interest above the law', { ...plan, interest: 3_000 }, 'interest_above_law'],
    ['a threat', { ...plan, note: '后果自负' }, 'return_text_refused'],
    ['parts and a plan', { ...plan, parts: [{ amount: 3_000, dueOn: '2026-11-30' }] }, 'invalid_request'],
  ] as const)('is refused for %s', async (_, terms, code) => {
    const source = await transfer(3_000)
    expect((await propose(source, ann, terms)).body).toMatchObject({ code })
    expect((await propose(source, cai, plan)).body).toMatchObject({ code: 'not_found' })
    expect(await callers.rows('select id from instalments where source_id = $1', source)).toEqual([])
  })

  it('a proposal that is declined ends it, and another may follow', async () => {
    const source = await transfer(3_000)
    const id = String((await propose(source, ann)).body.id)
    expect((await to(id, 'drop', bob)).body).toMatchObject({ state: 'declined', may: [] })
    const next = String((await propose(source, bob)).body.id)
    expect(next).not.toBe(id)
    expect((await to(next, 'drop', bob)).body).toMatchObject({ state: 'withdrawn' })
    expect(await told(next)).toEqual(['instalments.proposed', 'instalments.withdrawn'])
  })
})

describe('asking for them again', () => {
  it('is for the creditor three times at most, a day apart, and for the debtor whenever they like', async () => {
    const source = await transfer(3_000)
    for (let no = 1; no <= 3; no++) {
      const { status, body } = await propose(source, ann)
      expect([status, body]).toMatchObject([201, {}])
      await to(String(body.id), 'drop', no === 2 ? ann : bob)
      const next = no === 3 ? null : toIso(noon + minuteMs + no * dayMs)
      expect((await propose(source, ann)).body).toMatchObject({
        code: 'reminded_enough',
        max: 3,
        nextAt: next,
      })
      await pass(dayMs)
    }
    const { body } = await propose(source, bob)
    expect(body.state).toBe('proposed')
    expect((await propose(source, ann)).body).toMatchObject({ id: body.id, proposed: { version: 2 } })
    expect(await callers.rows('select id from instalments where source_id = $1', source)).toHaveLength(4)
  })

  it('in the place of what nobody answered is for the creditor a third time at once, then once a day', async () => {
    const source = await transfer(3_000)
    for (let version = 1; version <= 3; version++)
      expect((await propose(source, ann)).body).toMatchObject({ proposed: { version } })
    const soon = await propose(source, ann)
    expect([soon.status, soon.body]).toMatchObject([409, { code: 'reminded_enough', max: 3 }])
    expect((await propose(source, bob)).body).toMatchObject({ proposed: { version: 4 } })
    expect((await propose(source, ann)).body).toMatchObject({ proposed: { version: 5 } })
    for (const version of [6, 7])
      expect((await propose(source, ann)).body).toMatchObject({ proposed: { version } })
    expect((await propose(source, ann)).body.code).toBe('reminded_enough')
    await pass(dayMs)
    expect((await propose(source, ann)).body).toMatchObject({ proposed: { version: 8 } })
    expect((await propose(source, ann)).body.code).toBe('reminded_enough')
  })

  it('of one share says nothing of another', async () => {
    const both = await packet(6_000)
    for (const debtor of [bob, cai]) {
      const { body } = await propose(both, ann, { ...plan, debtorId: debtor.id })
      expect(body.state).toBe('proposed')
    }
    expect((await propose(await transfer(3_000), ann)).body).toMatchObject({ state: 'proposed' })
  })
})

describe('paying', () => {
  it('by hand gives the money back where it came from, part by part, and ends with the last', async () => {
    const id = await agreed()
    const before = await balances()
    expect((await to(id, 'pay', bob, {})).body).toMatchObject({ paid: 1_000, left: 2_000, state: 'active' })
    expect(await balances()).toEqual([before[0]! + 1_000, before[1]! - 1_000, before[2]!])
    expect((await to(id, 'pay', bob, { no: 1 })).body).toMatchObject({ code: 'instalment_paid_already' })
    expect((await to(id, 'pay', ann, {})).body).toMatchObject({ code: 'own_act' })
    expect((await to(id, 'pay', bob, { all: true })).body).toMatchObject({ state: 'paid', left: 0, may: [] })
    expect(await balances()).toEqual([1_000_000, 0, 0])
    expect(await told(id)).toEqual([
      'instalments.proposed',
      'instalments.agreed',
      'instalments.paid',
      'instalments.paid',
    ])
    expect((await callers.events(id)).at(-1)).toMatchObject({
      data: { parts: [2, 3], paidNow: 2_000, left: 0 },
    })
    expect(
      await callers.rows(
        'select posting_no::int, amount::int, reason from posting where source_id = $1 order by 1',
        id,
      ),
    ).toEqual([
      { posting_no: 1, amount: 1_000, reason: 'returned' },
      { posting_no: 2, amount: 2_000, reason: 'returned' },
    ])
  })

  it('by standing consent is done by the clock at nine on the day, once, and both hear of it', async () => {
    const id = await agreed(true)
    await until('2026-11-30', 8)
    expect(await balance(bob)).toBe(3_000)
    await until('2026-11-30', 9)
    await callers.service.sweep()
    expect(await balance(bob)).toBe(2_000)
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'instalments.paid',
      data: { by: 'clock', parts: [1], left: 2_000 },
    })
    expect(await inboxOf(bob)).toMatchObject([{ kind: 'instalment_taken' }, {}])
    expect(await inboxOf(ann)).toMatchObject([{ kind: 'instalment_received' }, {}, {}, {}])
    await bob.call('PUT', `/v1/instalments/${id}/consent`, { consent: false })
    await until('2026-12-30')
    const left = await callers.rows('select balance::int from account where owner_id = $1', bob.id)
    expect(left).toEqual([{ balance: 2_000 }])
  })

  it('is missed for lack of money, told to both with AM04, and caught up by hand', async () => {
    const id = await agreed(true)
    await bob.call('POST', '/v1/transfers', { payeeId: cai.id, amount: 2_500, delayS: 0 })
    await until('2026-11-30')
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'instalments.missed',
      data: { no: 1, reason: 'AM04', dueOn: '2026-11-30' },
    })
    expect(await parts(id)).toEqual(['missed', 'to_come', 'to_come'])
    expect((await to(id, 'pay', bob, {})).body).toMatchObject({
      code: 'balance_too_low',
      rejection: 'AM04',
    })
    await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 500 })
    expect((await to(id, 'pay', bob, { no: 1 })).body).toMatchObject({ paid: 1_000 })
    expect((await callers.events(id)).at(-1)).toMatchObject({ data: { late: true } })
    expect(await parts(id)).toEqual(['paid', 'to_come', 'to_come'])
  })

  it('by standing consent from a frozen wallet is missed with AC06, told to both, and caught up once it is free', async () => {
    const id = await agreed(true)
    await until('2026-11-29')
    await callers.operator.call('PUT', `/v1/members/${bob.id}/freeze`, { reason: '核查' })
    await until('2026-11-30')
    await callers.service.sweep()
    const missed = (await callers.events(id)).filter(({ kind }) => kind === 'instalments.missed')
    expect(missed).toMatchObject([
      {
        audience: [ann.id, bob.id].sort(),
        data: { no: 1, reason: 'AC06', dueOn: '2026-11-30', by: 'clock' },
      },
    ])
    expect(await parts(id)).toEqual(['missed', 'to_come', 'to_come'])
    expect(await balances()).toEqual([997_000, 3_000, 0])
    expect(await inboxOf(bob)).toMatchObject([
      { kind: 'own_instalment_missed' },
      { kind: 'wallet_frozen' },
      {},
    ])
    expect(await inboxOf(ann)).toMatchObject([{ kind: 'instalment_missed' }, {}, {}, {}])
    expect((await to(id, 'pay', bob, { no: 1 })).body).toMatchObject({
      code: 'wallet_frozen',
      rejection: 'AC06',
    })
    await callers.operator.call('DELETE', `/v1/members/${bob.id}/freeze`)
    expect((await to(id, 'pay', bob, { no: 1 })).body).toMatchObject({ paid: 1_000, state: 'active' })
    expect((await callers.events(id)).at(-1)).toMatchObject({ data: { late: true } })
  })

  it('that nobody did by the end of the day is missed, once', async () => {
    const id = await agreed()
    await until('2026-11-30', 23)
    expect(await told(id)).toHaveLength(2)
    await pass(2 * hourMs)
    await pass(dayMs)
    expect((await told(id)).slice(2)).toEqual(['instalments.missed'])
  })

  it('with interest that both wrote in keeps it under its own name, last', async () => {
    const source = await transfer(100_000)
    await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 600 })
    const terms = {
      principal: 100_000,
      interest: 600,
      parts: [
        { amount: 50_000, dueOn: '2026-12-01' },
        { amount: 50_600, dueOn: '2027-01-04' },
      ],
    }
    const id = String((await propose(source, bob, terms)).body.id)
    await to(id, 'accept', ann, { version: 1 })
    await to(id, 'pay', bob, { all: true })
    expect((await ann.call('GET', `/v1/instalments/${id}`)).body).toMatchObject({
      state: 'paid',
      paid: 100_600,
      interestPaid: 600,
    })
    expect(
      await callers.rows(
        'select amount::int, reason from posting where source_id = $1 order by posting_no',
        id,
      ),
    ).toEqual([
      { amount: 100_000, reason: 'returned' },
      { amount: 600, reason: 'interest' },
    ])
    expect(await balances()).toEqual([1_000_600, 0, 0])
  })

  it('can be agreed on anew while it runs, and what was paid stays paid', async () => {
    const id = await agreed()
    await to(id, 'pay', bob, {})
    const source = String((await bob.call('GET', `/v1/instalments/${id}`)).body.about)
    await propose(source, bob, {
      principal: 2_000,
      plan: { count: 4, firstOn: '2027-01-04', every: 'month' },
    })
    expect((await to(id, 'pay', bob, {})).body).toMatchObject({ left: 1_000 })
    expect((await to(id, 'accept', ann, { version: 2 })).body).toMatchObject({ code: 'instalments_moved_on' })
    await propose(source, bob, {
      principal: 1_000,
      plan: { count: 4, firstOn: '2027-01-04', every: 'month' },
    })
    expect((await to(id, 'accept', ann, { version: 3 })).body).toMatchObject({
      left: 1_000,
      paid: 2_000,
      agreed: { version: 3 },
    })
    await to(id, 'pay', bob, { all: true })
    expect(await balances()).toEqual([1_000_000, 0, 0])
  })

  it('ends by the creditor’s release, and a return is free again', async () => {
    const id = await agreed(true)
    expect((await to(id, 'release', bob)).body).toMatchObject({ code: 'own_act' })
    expect((await to(id, 'release', ann)).body).toMatchObject({ state: 'released', left: 0 })
    await until('2026-12-01')
    expect(await balance(bob)).toBe(3_000)
    const source = String((await bob.call('GET', `/v1/instalments/${id}`)).body.about)
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, { amount: 1 })).status).toBe(201)
    expect((await on(id, 'return', bob)).status).toBe(400)
  })

  it('are listed to their two, and to nobody else', async () => {
    const id = await agreed()
    const ids = async (by: Person, side: string) =>
      ((await by.call('GET', `/v1/instalments?side=${side}`)).body.items as { id: string }[]).map(
        (one) => one.id,
      )
    expect([await ids(ann, 'creditor'), await ids(bob, 'debtor'), await ids(bob, 'creditor')]).toEqual([
      [id],
      [id],
      [],
    ])
    expect((await cai.call('GET', `/v1/instalments/${id}`)).status).toBe(404)
  })
})
