import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import {
  ann,
  ask,
  asked,
  balances,
  bob,
  cai,
  callers,
  on,
  packet,
  pass,
  requestsIn,
  transfer,
  useTrio,
} from './testing/trio.ts'

useTrio()

describe('asking back', () => {
  it('asks one claimer in words made from the facts, moves nothing, and tells the two alone', async () => {
    const source = await packet()
    const before = await balances()
    const reply = await ask(source, { recipientIds: [bob.id] })
    expect(reply.status).toBe(201)
    expect(requestsIn(reply)).toMatchObject([
      {
        state: 'asked',
        amount: 10_000,
        received: 10_000,
        left: 10_000,
        dueOn: '2026-11-29',
        result: 'PDCR',
        may: ['withdraw'],
      },
    ])
    expect(requestsIn(reply)[0]!.message).toContain('你领到 ¥100.00 的红包')
    expect(await balances()).toEqual(before)
    expect(await callers.events(String(requestsIn(reply)[0]!.id))).toMatchObject([
      {
        seq: 1,
        kind: 'return_request.asked',
        audience: [ann.id, bob.id].sort(),
        data: { about: source, amount: 10_000 },
      },
    ])
    expect((await cai.call('GET', `/v1/packets/${source}/return-requests`)).body.requests).toEqual([])
  })

  it('asks everybody who has a share, each for themselves', async () => {
    const source = await packet()
    await ask(source, { recipientIds: [bob.id] })
    const reply = await ask(source)
    expect(requestsIn(reply)).toMatchObject([{ recipient: { id: cai.id }, amount: 10_000 }])
    expect(reply.body.notAsked).toEqual([{ memberId: bob.id, code: 'already_asked_back' }])
    expect((await ask(source)).body).toMatchObject({ code: 'already_asked_back' })
  })

  it('shows first what it would do, and writes nothing', async () => {
    const source = await packet()
    const look = (more: object) =>
      ann.call('POST', `/v1/packets/${source}/return-requests/preview`, {
        cause: 'AM09',
        amount: 9_000,
        recipientIds: [bob.id],
        ...more,
      })
    const { body } = await look({})
    expect(body).toMatchObject({ dueOn: '2026-11-29', dueFrom: '2026-11-25', dueUntil: '2026-12-22' })
    expect(body.recipients).toMatchObject([{ received: 10_000, amount: 9_000, refusal: null, blanks: [] }])
    expect((await look({ message: '再不退我就曝光你' })).body.recipients).toMatchObject([
      { refusal: 'return_text_refused', findings: [{ kind: 'threat' }] },
    ])
    expect(await callers.rows('select id from return_request where source_id = $1', source)).toEqual([])
  })

  it.each([
    ['a stranger’s', () => ask('pkt_00000000000000000000000000'), 'not_found'],
    ['another’s', async () => ask(await packet(), {}, bob), 'not_found'],
    ['of oneself', async () => ask(await packet(), { recipientIds: [ann.id] }), 'self_not_allowed'],
    [
      'of somebody without a share',
      async () => ask(await packet(), { recipientIds: [(await callers.person('旁')).id] }),
      'nothing_to_return',
    ],
    [
      'more than was claimed',
      async () => ask(await packet(), { recipientIds: [bob.id], amount: 10_001 }),
      'return_above_left',
    ],
    ['by tomorrow', async () => ask(await packet(), { dueOn: '2026-11-23' }), 'return_due_out_of_bounds'],
    [
      'on the 31st of November',
      async () => ask(await packet(), { dueOn: '2026-11-31' }),
      'return_due_out_of_bounds',
    ],
    ['with a threat', async () => ask(await packet(), { message: '后果自负' }), 'return_text_refused'],
    ['for a reason nobody gave', async () => ask(await packet(), { cause: 'CUST' }), 'return_text_refused'],
    ['a sum of several', async () => ask(await packet(), { amount: 1 }), 'invalid_request'],
  ] as const)('is refused: %s', async (_, make, code) => {
    expect((await make()).body).toMatchObject({ code })
    expect(await callers.rows('select id from return_request where payer_id = $1', ann.id)).toEqual([])
  })

  it('is refused of a transfer that has not arrived, and of a packet nobody has claimed', async () => {
    const { body } = await ann.call('POST', '/v1/transfers', {
      payeeId: bob.id,
      amount: 5_000,
      delayS: 86_400,
    })
    await pass(minuteMs)
    expect((await ask(String(body.id))).body).toMatchObject({ code: 'nothing_to_return' })
    const sent = await ann.call('POST', '/v1/packets', {
      kind: 'direct',
      recipientIds: [bob.id],
      total: 100,
      count: 1,
    })
    await pass(minuteMs)
    expect((await ask(String(sent.body.id))).body).toMatchObject({ code: 'nothing_to_return' })
  })

  it('is refused of an expired packet, but for the share that was claimed before; of a test packet there is nothing', async () => {
    const body = { kind: 'equal', recipientIds: [bob.id, cai.id], total: 200, count: 2 }
    const source = String((await ann.call('POST', '/v1/packets', body)).body.id)
    await pass(minuteMs)
    await bob.call('POST', `/v1/packets/${source}/claims`)
    await pass(2 * dayMs)
    expect((await ann.call('GET', `/v1/packets/${source}`)).body).toMatchObject({ state: 'expired' })
    expect((await ask(source, { recipientIds: [cai.id] })).body).toMatchObject({ code: 'nothing_to_return' })
    expect(requestsIn(await ask(source))).toMatchObject([{ recipient: { id: bob.id }, amount: 100 }])
    const unseen = String((await ann.call('POST', '/v1/packets', body)).body.id)
    await pass(3 * dayMs)
    expect((await ask(unseen)).body).toMatchObject({ code: 'nothing_to_return' })
    const forTest = String((await ann.call('POST', '/v1/packets', { ...body, test: true })).body.id)
    await pass(minuteMs)
    expect((await bob.call('POST', `/v1/packets/${forTest}/claims`)).body).toMatchObject({
      code: 'test_packet',
    })
    expect((await ask(forTest)).body).toMatchObject({ code: 'nothing_to_return' })
    expect(await balances()).toEqual([1_000_000 - 100 - 200, 100, 0])
  })

  it('is refused across a block, whoever blocked', async () => {
    const source = await packet()
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    expect((await ask(source, { recipientIds: [bob.id] })).body).toMatchObject({ code: 'recipient_blocked' })
  })

  it('may be made three times for one share, and never again after a decline', async () => {
    const source = await transfer()
    for (let i = 0; i < 3; i++) await on(await asked(source), 'withdraw', ann)
    expect((await ask(source)).body).toMatchObject({ code: 'asked_back_enough' })
    const other = await transfer()
    await on(await asked(other), 'decline', bob, { reason: 'LEGL', note: '这是还我的钱' })
    expect((await ask(other)).body).toMatchObject({ code: 'return_declined' })
  })
})

describe('what was sent for an organisation', () => {
  /** An organisation of cai's, an auditor, and a packet that ann sent for it to bob and dan, who both have their half. */
  async function sentForIt() {
    const [dan, auditor] = [await callers.person('丹'), await callers.person('审')]
    const people = [
      { memberId: cai.id, roles: ['administrator'] },
      { memberId: auditor.id, roles: ['auditor'] },
      { memberId: ann.id, roles: ['sender'] },
    ]
    const made = await callers.operator.call('POST', '/v1/organisations', { name: '山海公司', people })
    const org = String(made.body.id)
    await callers.operator.call('POST', `/v1/organisations/${org}/top-ups`, { amount: 10_000 })
    const body = { kind: 'equal', recipientIds: [bob.id, dan.id], total: 800, count: 2, onBehalfOf: org }
    const source = String((await ann.call('POST', '/v1/packets', body)).body.id)
    await pass(minuteMs)
    for (const one of [bob, dan]) await one.call('POST', `/v1/packets/${source}/claims`)
    return { org, source, dan, auditor }
  }
  const owned = async (org: string) =>
    (await callers.rows('select balance::int from account where owner_id = $1', org))[0]!.balance

  it('is asked back by an administrator once its sender has left, says so, and comes back to the organisation', async () => {
    const { org, source, dan, auditor } = await sentForIt()
    await ann.call('DELETE', `/v1/organisations/${org}/members/${ann.id}`)
    const look = await cai.call('POST', `/v1/packets/${source}/return-requests/preview`, { cause: 'AM09' })
    expect(look.body.recipients).toHaveLength(2)
    const reply = await ask(source, {}, cai)
    expect(reply.status).toBe(201)
    expect(requestsIn(reply).map(({ payer, amount }) => [(payer as { id: string }).id, amount])).toEqual([
      [cai.id, 400],
      [cai.id, 400],
    ])
    const [first] = requestsIn(reply)
    expect(first!.message).toMatch(/^我是山海公司的管理员。.*付的，当时发出的人已经离开。/)
    expect((await callers.events(String(first!.id)))[0]!.audience).toContain(cai.id)
    for (const one of [bob, dan])
      expect((await one.call('POST', `/v1/packets/${source}/return`, {})).body).toMatchObject({
        returned: 400,
      })
    expect(await owned(org)).toBe(10_000)
    expect(await balances()).toEqual([1_000_000, 0, 0])
    const listed = await cai.call('GET', `/v1/packets/${source}/return-requests`)
    expect(listed.body.requests).toMatchObject([{ state: 'returned' }, { state: 'returned' }])
    expect((await ask(source, {}, cai)).body).toMatchObject({ code: 'already_given_back' })
    expect((await ask(source, {}, auditor)).body).toMatchObject({ code: 'role_missing' })
  })

  it('is its sender’s to ask while they are there, and never a stranger’s; an administrator is not asked by themselves', async () => {
    const { org, source, dan, auditor } = await sentForIt()
    const refused = async (by: typeof ann) => (await ask(source, { recipientIds: [bob.id] }, by)).body.code
    expect(await refused(cai)).toBe('sender_still_there')
    expect(await refused(auditor)).toBe('role_missing')
    expect([await refused(dan), await refused(await callers.person('路人'))]).toEqual([
      'not_found',
      'not_found',
    ])
    expect((await cai.call('GET', `/v1/packets/${source}/return-requests`)).status).toBe(404)
    await callers.operator.call('DELETE', `/v1/organisations/${org}/members/${ann.id}`)
    expect((await ask(source, { recipientIds: [ann.id] }, cai)).body.code).toBe('self_not_allowed')
    expect((await ask(source, { recipientIds: [cai.id] }, cai)).body.code).toBe('self_not_allowed')
    expect(await callers.rows('select id from return_request where source_id = $1', source)).toEqual([])
    expect(await asked(source, { recipientIds: [bob.id] })).toMatch(/^rr_/)
    expect((await ask(source, { recipientIds: [bob.id] }, cai)).body.code).toBe('already_asked_back')
    expect(await owned(org)).toBe(9_200)
  })

  it('is no more for whoever has left to agree on or to let go', async () => {
    const { org, source, dan } = await sentForIt()
    const plan = { count: 2, firstOn: '2027-11-28', every: 'month' }
    const propose = (by: typeof ann, debtorId: string) =>
      by.call('POST', '/v1/instalments', { about: source, debtorId, principal: 400, plan })
    const [agreed, open] = [await propose(ann, bob.id), await propose(dan, dan.id)]
    expect([agreed.status, open.status], JSON.stringify(agreed.body)).toEqual([201, 201])
    const at = (id: unknown, verb: string) => `/v1/instalments/${String(id)}/${verb}`
    expect((await bob.call('POST', at(agreed.body.id, 'accept'), { version: 1 })).status).toBe(200)
    await callers.operator.call('DELETE', `/v1/organisations/${org}/members/${ann.id}`)
    const refusals = [
      await ann.call('POST', at(agreed.body.id, 'release')),
      await ann.call('POST', at(open.body.id, 'accept'), { version: 1 }),
      await propose(ann, dan.id),
    ]
    expect(refusals.map(({ body }) => body.code)).toEqual(['not_found', 'not_found', 'not_found'])
    expect((await bob.call('GET', `/v1/instalments/${String(agreed.body.id)}`)).body.state).toBe('active')
  })
})
