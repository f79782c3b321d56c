import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import {
  ann,
  asked,
  balance,
  balances,
  bob,
  cai,
  callers,
  inboxOf,
  on,
  packet,
  pass,
  told,
  transfer,
  useTrio,
} from './testing/trio.ts'

useTrio()

describe('giving back', () => {
  it('sends the money where it came from, closes the request, and tells both', async () => {
    const source = await transfer()
    const id = await asked(source)
    const before = await balances()
    expect((await on(id, 'return', bob)).body).toMatchObject({
      state: 'returned',
      returned: 5_000,
      left: 0,
      held: 0,
      result: 'CNCL',
      may: [],
    })
    expect(await balances()).toEqual([before[0]! + 5_000, before[1]! - 5_000, before[2]!])
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'return_request.returned',
      audience: [ann.id, bob.id].sort(),
      data: { returnedNow: 5_000, left: 0, result: 'CNCL', reason: 'FOCR' },
    })
    expect(
      await callers.rows(
        'select from_owner_id, to_owner_id, amount::int, reason from posting where source_id = $1',
        id,
      ),
    ).toEqual([{ from_owner_id: bob.id, to_owner_id: ann.id, amount: 5_000, reason: 'returned' }])
  })

  it('in parts leaves the rest asked for, until it is whole', async () => {
    const id = await asked(await transfer())
    expect((await on(id, 'return', bob, { amount: 2_000 })).body).toMatchObject({
      state: 'part_returned',
      left: 3_000,
      result: 'PECR',
      open: true,
    })
    expect((await on(id, 'return', bob, { amount: 3_001 })).body).toMatchObject({ code: 'return_above_left' })
    expect((await on(id, 'return', bob)).body).toMatchObject({ state: 'returned', returned: 5_000 })
    expect(await balances()).toEqual([1_000_000, 0, 0])
    expect(await told(id)).toEqual([
      'return_request.asked',
      'return_request.returned',
      'return_request.returned',
    ])
  })

  it('without being asked stands as an offer that is settled at once', async () => {
    const source = await packet()
    const { status, body } = await bob.call('POST', `/v1/packets/${source}/return`, { amount: 6_000 })
    expect([status, body]).toMatchObject([
      201,
      { kind: 'offered', state: 'returned', amount: 6_000, held: 4_000, cause: null },
    ])
    expect(await balances()).toEqual([986_000, 4_000, 10_000])
    expect((await callers.events(String(body.id)))[0]).toMatchObject({
      data: { kind: 'offered', reason: 'MD06' },
    })
    expect(await inboxOf(ann)).toMatchObject([
      { kind: 'own_return_offered', data: { returnedNow: 6_000 } },
      {},
      {},
    ])
  })

  it('of what is asked for by name of the packet answers the request', async () => {
    const source = await transfer()
    const id = await asked(source)
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, {})).body).toMatchObject({
      id,
      state: 'returned',
    })
  })

  it('can be done after a decline, and after the day to answer', async () => {
    const source = await transfer()
    await on(await asked(source), 'decline', bob, { reason: 'AM04' })
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, {})).body).toMatchObject({
      kind: 'offered',
      returned: 5_000,
    })
    const late = await asked(await packet(), { recipientIds: [bob.id] })
    await pass(8 * dayMs)
    expect((await on(late, 'return', bob)).body).toMatchObject({
      code: 'return_request_over',
      state: 'no_answer',
    })
  })

  it('from an emptied wallet is AM04, from a frozen one refused, and moves nothing', async () => {
    const id = await asked(await transfer())
    await bob.call('POST', '/v1/transfers', { payeeId: cai.id, amount: 4_999, delayS: 0 })
    expect((await on(id, 'return', bob)).body).toMatchObject({
      code: 'balance_too_low',
      rejection: 'AM04',
      balance: 1,
      needed: 5_000,
    })
    expect((await on(id, 'return', bob, { amount: 1 })).status).toBe(200)
    await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 5_000 })
    await callers.operator.call('PUT', `/v1/members/${bob.id}/freeze`, { reason: '查' })
    expect((await on(id, 'return', bob, { amount: 1 })).body).toMatchObject({
      code: 'wallet_frozen',
      rejection: 'AC06',
    })
    expect(await balance(bob)).toBe(5_000)
    expect(await told(id)).toEqual(['return_request.asked', 'return_request.returned'])
  })

  it('from a wallet of which an amount is frozen takes what is free and leaves what is frozen', async () => {
    const id = await asked(await transfer())
    const why = { reason: 'suspected_fraud', note: '核查', basis: 'policy' }
    const ofAmount = { kind: 'amount', subjectId: bob.id, amount: 3_000, ...why }
    expect((await callers.operator.call('POST', '/v1/freezes', ofAmount)).body).toMatchObject({
      amount: 3_000,
    })
    expect((await on(id, 'return', bob)).body).toMatchObject({
      code: 'balance_too_low',
      rejection: 'AM04',
      balance: 2_000,
      needed: 5_000,
    })
    expect(await balance(bob)).toBe(2_000)
    expect((await on(id, 'return', bob, { amount: 2_000 })).body).toMatchObject({
      state: 'part_returned',
      left: 3_000,
    })
    expect((await bob.call('GET', '/v1/wallet')).body).toMatchObject({ balance: 0, frozenAmount: 3_000 })
    expect(await told(id)).toEqual(['return_request.asked', 'return_request.returned'])
  })

  it('R19: goes to the giver of the allowance that paid, whoever sent it', async () => {
    const link = await cai.call('POST', '/v1/families', { memberId: bob.id })
    await callers.operator.call('POST', '/v1/top-ups', { memberId: cai.id, amount: 9_000 })
    const familyId = String(link.body.id)
    await bob.call('POST', `/v1/families/${familyId}/accept`)
    const sent = await bob.call('POST', '/v1/transfers', {
      payeeId: ann.id,
      amount: 800,
      delayS: 0,
      paidFrom: familyId,
    })
    await pass(minuteMs)
    const before = await balances()
    expect((await ann.call('POST', `/v1/transfers/${String(sent.body.id)}/return`, {})).body).toMatchObject({
      returned: 800,
    })
    expect(await balances()).toEqual([before[0]! - 800, before[1]!, before[2]! + 800])
    expect(await told(familyId)).toEqual([
      'family.invited',
      'family.accepted',
      'family.spent',
      'family.returned',
    ])
  })

  it('by that giver moves nothing: what they had of their own allowance leaves their wallet and comes to it', async () => {
    const link = await cai.call('POST', '/v1/families', { memberId: bob.id })
    await callers.operator.call('POST', '/v1/top-ups', { memberId: cai.id, amount: 9_000 })
    const paidFrom = String(link.body.id)
    await bob.call('POST', `/v1/families/${paidFrom}/accept`)
    const sent = await bob.call('POST', '/v1/transfers', {
      payeeId: cai.id,
      amount: 800,
      delayS: 0,
      paidFrom,
    })
    await pass(minuteMs)
    expect(await balance(cai)).toBe(9_000)
    const given = await cai.call('POST', `/v1/transfers/${String(sent.body.id)}/return`, {})
    expect(given).toMatchObject({ status: 201, body: { returned: 800, left: 0 } })
    expect(await balance(cai)).toBe(9_000)
    expect(await told(paidFrom)).toContain('family.returned')
    const lines = await callers.rows(
      `select amount::int from entry where owner_id = $1 and reason = 'returned' order by amount`,
      cai.id,
    )
    expect(lines).toEqual([{ amount: -800 }, { amount: 800 }])
  })

  it('cannot be told where to send it', async () => {
    const id = await asked(await transfer())
    expect((await on(id, 'return', bob, { to: cai.id })).body).toMatchObject({ code: 'invalid_request' })
    expect((await on(id, 'return', cai)).body).toMatchObject({ code: 'not_found' })
    expect((await on(id, 'return', ann)).body).toMatchObject({ code: 'not_found' })
  })

  it('R1 R2 R11: given back again it moves nothing, by the request or by the transfer', async () => {
    const source = await transfer()
    const id = await asked(source)
    await on(id, 'return', bob)
    const before = await balances()
    expect((await on(id, 'return', bob)).body).toMatchObject({ code: 'already_given_back' })
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, {})).body).toMatchObject({
      code: 'already_given_back',
    })
    expect((await bob.call('POST', `/v1/transfers/${source}/return`, { amount: 1 })).status).toBe(409)
    expect(await balances()).toEqual(before)
    expect(await callers.rows('select posting_no::int from posting where source_id = $1', id)).toEqual([
      { posting_no: 1 },
    ])
  })

  it('R3: of a packet in two shares one that is given back leaves the other as it was', async () => {
    const source = await packet()
    await bob.call('POST', `/v1/packets/${source}/return`, {})
    expect(await balances()).toEqual([990_000, 0, 10_000])
    expect((await cai.call('POST', `/v1/packets/${source}/return`, { amount: 10_001 })).body).toMatchObject({
      code: 'return_above_left',
    })
    expect(await balances()).toEqual([990_000, 0, 10_000])
  })

  it('R8 R9: the same key gives the same answer, and with another body none', async () => {
    const source = await transfer()
    const url = `/v1/transfers/${source}/return`
    const first = await bob.call('POST', url, { amount: 100 }, 'again')
    expect(await bob.call('POST', url, { amount: 100 }, 'again')).toEqual(first)
    expect((await bob.call('POST', url, { amount: 200 }, 'again')).body).toMatchObject({
      code: 'idempotency_key_reused',
    })
    expect(await balance(bob)).toBe(4_900)
  })
})

describe('the laws the database keeps', () => {
  it('R11: whoever writes past the service gives nothing back twice, undoes nothing twice, and alters nothing', async () => {
    const source = await transfer()
    const id = await asked(source)
    await on(id, 'return', bob)
    const undone = String(
      (await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 900, delayS: 0 })).body.id,
    )
    await ann.call('POST', `/v1/transfers/${undone}/undo`)
    const share = await packet()
    const before = [await balances(), await told(id)]
    const again = `'${id}', 1, '${bob.id}', 'wallet', '${ann.id}', 'wallet', 'CNY', 5000, 'returned', '2026-11-22Z'`
    const attacks: [string, string][] = [
      [`insert into posting values (${again})`, 'posting_pkey'],
      [`update posting set amount = 2 * amount where source_id = '${id}'`, 'append-only'],
      [`delete from posting where source_id = '${undone}'`, 'append-only'],
      [
        `update return_share set returned = returned + 1 where source_id = '${source}'`,
        'never_more_returned_than_received',
      ],
      [`update return_request set closed_at = null where id = '${id}'`, 'return_ends_one_way'],
      [
        `update account set balance = balance - 900 where owner_id = '${undone}' and kind = 'escrow'`,
        'wallet_never_negative',
      ],
      [`update transfer set state = 'undo' where id = '${undone}'`, 'transfer_closes_once'],
      [
        `update packet set returned_amount = returned_amount + 1 where id = '${share}'`,
        'packet_closes_whole',
      ],
      [`insert into claim values ('${share}', '${bob.id}', 3, 1, '2026-11-22Z')`, 'claim_pkey'],
      [`update claim set amount = 1 where packet_id = '${share}'`, 'append-only'],
      [`update event set kind = 'return_request.asked' where source_id = '${id}'`, 'append-only'],
    ]
    for (const [sql, law] of attacks) await expect(callers.rows(sql), sql).rejects.toThrow(law)
    expect([await balances(), await told(id)]).toEqual(before)
  })
})

describe('what an organisation paid', () => {
  it('R19: goes back to its wallet, whoever sent it for the organisation', async () => {
    const people = [
      { memberId: cai.id, roles: ['administrator'] },
      { memberId: ann.id, roles: ['sender'] },
    ]
    const made = await callers.operator.call('POST', '/v1/organisations', { name: '山海公司', people })
    const org = String(made.body.id)
    await callers.operator.call('POST', `/v1/organisations/${org}/top-ups`, { amount: 10_000 })
    const body = { payeeId: bob.id, amount: 700, delayS: 0, onBehalfOf: org }
    const sent = await ann.call('POST', '/v1/transfers', body)
    await pass(minuteMs)
    const before = await balances()
    expect((await bob.call('POST', `/v1/transfers/${String(sent.body.id)}/return`, {})).body).toMatchObject({
      returned: 700,
    })
    expect(await balances()).toEqual([before[0], before[1]! - 700, before[2]])
    expect(await callers.rows('select balance::int from account where owner_id = $1', org)).toEqual([
      { balance: 10_000 },
    ])
  })
})

it('to a payer who was forgotten is refused: no account is there, and the money stays where it is', async () => {
  const gone = await callers.person('远', 700n)
  const { body } = await gone.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 700, delayS: 0 })
  await pass(minuteMs)
  const forgotten = await callers.operator.call('POST', `/v1/members/${gone.id}/forget`)
  expect(forgotten.status, JSON.stringify(forgotten.body)).toBe(200)
  const events = await callers.rows('select count(*)::int as n from event')
  const before = await balance(bob)
  const url = `/v1/transfers/${String(body.id)}/return`
  expect(await bob.call('POST', url, { amount: 100 })).toMatchObject({
    status: 409,
    body: { code: 'payer_forgotten' },
  })
  expect(await balance(bob)).toBe(before)
  expect(await callers.rows('select count(*)::int as n from event')).toEqual(events)
  expect(await callers.rows('select balance::int from account where owner_id = $1', gone.id)).toEqual([
    { balance: 0 },
  ])
})
