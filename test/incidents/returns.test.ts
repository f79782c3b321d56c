/**
 * Real mis-sends (reference page, §12.4) after the money was taken, from the claim on: asked back, given back, kept, or
 * paid in parts, all through the API. Names and times of day are ours. What a dispute or a freeze adds to a case begins
 * where these end: with a request that was declined, had no answer, or could not be made across a block.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs, fromIso, hourMs, minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '@laisee/server/testing/callers.ts'

let callers: Callers

beforeAll(async () => {
  callers = await openCallers()
})
afterAll(async () => {
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

const at = (moment: string) => callers.service.freeze(fromIso(moment)!)
async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}
const yuan = async (person: Person) => Number((await person.call('GET', '/v1/wallet')).body.balance) / 100
const told = async (id: string) => (await callers.events(id)).map(({ kind }) => kind.split('.')[1])

/** Money that has arrived: the payer saw it too late to undo. */
async function arrived(payer: Person, payee: Person, amount: number): Promise<string> {
  const { body } = await payer.call('POST', '/v1/transfers', {
    payeeId: payee.id,
    amount: amount * 100,
    delayS: 0,
  })
  await pass(minuteMs)
  return String(body.id)
}
async function claimed(payer: Person, payee: Person, amount: number): Promise<string> {
  const packet = { kind: 'direct', recipientIds: [payee.id], total: amount * 100, count: 1 }
  const { body } = await payer.call('POST', '/v1/packets', packet)
  await pass(minuteMs)
  await payee.call('POST', `/v1/packets/${String(body.id)}/claims`)
  return String(body.id)
}
const ask = (payer: Person, id: string, body: object): Promise<Reply> =>
  payer.call('POST', `/v1/${id.startsWith('pkt') ? 'packets' : 'transfers'}/${id}/return-requests`, body)
const firstOf = ({ body }: Reply) => (body.requests as Record<string, unknown>[])[0]!
const on = (person: Person, request: unknown, verb: string, body?: object) =>
  person.call('POST', `/v1/return-requests/${String(request)}/${verb}`, body)

describe('宿松 2025: 27,000 yuan to a namesake of the landlord', () => {
  it('is asked back in writing, is read, and comes back whole on the tenth day, where it came from', async () => {
    await at('2025-09-16T02:00:00Z')
    const tenant = await callers.person('租客', 3_000_000n)
    const namesake = await callers.person('王东')
    const transfer = await arrived(tenant, namesake, 27_000)
    const request = firstOf(await ask(tenant, transfer, { cause: 'AC03', dueOn: '2025-09-30' }))
    expect(request.message).toContain('选错了人')
    await namesake.call('GET', '/v1/return-requests')
    await on(namesake, request.id, 'read')
    await pass(dayMs)
    await on(tenant, request.id, 'remind')
    await pass(8 * dayMs)
    expect((await on(namesake, request.id, 'return', {})).body).toMatchObject({
      state: 'returned',
      result: 'CNCL',
    })
    expect([await yuan(tenant), await yuan(namesake)]).toEqual([30_000, 0])
    expect(await told(String(request.id))).toEqual(['asked', 'delivered', 'read', 'reminded', 'returned'])
  })
})

describe('沈阳 2016: 7,440 yuan to the other of two called 彩虹, who then blocked the sender', () => {
  it('a request stands, is not reminded of across the block, and ends without an answer; the money stays', async () => {
    await at('2016-10-20T13:00:00Z')
    const sender = await callers.person('沈', 1_000_000n)
    const wrong = await callers.person('彩虹')
    const transfer = await arrived(sender, wrong, 7_440)
    expect((await sender.call('POST', `/v1/transfers/${transfer}/recall`, {})).body).toMatchObject({
      code: 'already_arrived',
    })
    const { id } = firstOf(await ask(sender, transfer, { cause: 'AC03' }))
    await wrong.call('PUT', `/v1/blocks/${sender.id}`)
    await pass(dayMs)
    expect((await on(sender, id, 'remind')).body).toMatchObject({ code: 'recipient_blocked' })
    await pass(8 * dayMs)
    expect((await sender.call('GET', `/v1/return-requests/${String(id)}`)).body).toMatchObject({
      state: 'no_answer',
      rejection: 'NOAS',
      deliveredAt: null,
    })
    expect((await ask(sender, transfer, { cause: 'AC03' })).body).toMatchObject({ code: 'recipient_blocked' })
    expect([await yuan(sender), await yuan(wrong)]).toEqual([2_560, 7_440])
  })
})

describe('华商报 2017: 5,300 yuan to the wrong friend, who had blocked the sender before they could ask', () => {
  it('cannot be asked back here, and nothing is taken from anybody', async () => {
    await at('2017-06-01T04:00:00Z')
    const sender = await callers.person('商', 530_000n)
    const friend = await callers.person('友')
    const transfer = await arrived(sender, friend, 5_300)
    await friend.call('PUT', `/v1/blocks/${sender.id}`)
    expect((await ask(sender, transfer, { cause: 'AC03' })).body).toMatchObject({ code: 'recipient_blocked' })
    expect((await friend.call('POST', `/v1/transfers/${transfer}/return`, { amount: 530_000 })).status).toBe(
      201,
    )
    expect([await yuan(sender), await yuan(friend)]).toEqual([5_300, 0])
  })
})

describe('海淀: 2,769 yuan in packets and 12,900 in transfers to the same person', () => {
  it('the packets are kept as gifts, with that as the reason; the transfers come back', async () => {
    await at('2026-10-23T04:00:00Z')
    const sender = await callers.person('甲', 2_000_000n)
    const receiver = await callers.person('乙')
    const gifts = [200, 200, 199]
    const packets: string[] = []
    for (const gift of gifts) packets.push(await claimed(sender, receiver, gift))
    const transfers = [await arrived(sender, receiver, 8_000), await arrived(sender, receiver, 4_900)]
    const message = '这些钱是借给你的，请你看看，谢谢。'
    for (const packet of packets) {
      const { id } = firstOf(await ask(sender, packet, { cause: 'CUST', message }))
      const declined = await on(receiver, id, 'decline', { reason: 'LEGL', note: '这是你送我的红包' })
      expect(declined.body).toMatchObject({ state: 'declined', rejection: 'LEGL', result: 'RJCR' })
      expect((await ask(sender, packet, { cause: 'CUST', message })).body).toMatchObject({
        code: 'return_declined',
      })
    }
    for (const transfer of transfers) {
      const { id } = firstOf(await ask(sender, transfer, { cause: 'CUST', message }))
      expect((await on(receiver, id, 'return', {})).body).toMatchObject({ state: 'returned' })
    }
    expect([await yuan(sender), await yuan(receiver)]).toEqual([20_000 - 599, 599])
  })
})

describe('浦东 2021: 52,000 yuan in jest, after a game', () => {
  it('comes back in parts that both agreed on: some by hand, one late, the last by consent', async () => {
    await at('2021-06-01T15:00:00Z')
    const player = await callers.person('浦', 5_200_000n)
    const friend = await callers.person('东')
    const transfers = [await arrived(player, friend, 50_000), await arrived(player, friend, 2_000)]
    expect((await friend.call('POST', `/v1/transfers/${transfers[1]}/return`, {})).body).toMatchObject({
      kind: 'offered',
    })
    const { id: request } = firstOf(
      await ask(player, transfers[0]!, { cause: 'CUST', message: '当时是闹着玩，请退回，谢谢。' }),
    )
    const plan = { count: 4, firstOn: '2021-06-07', every: 'week' }
    const body = { about: transfers[0], principal: 5_000_000, plan, note: '手头紧，分四次' }
    const { body: proposed } = await friend.call('POST', '/v1/instalments', body)
    const id = String(proposed.id)
    expect((await player.call('POST', `/v1/instalments/${id}/accept`, { version: 1 })).body).toMatchObject({
      state: 'active',
    })
    expect((await player.call('GET', `/v1/return-requests/${String(request)}`)).body).toMatchObject({
      state: 'withdrawn',
    })
    await friend.call('POST', `/v1/instalments/${id}/pay`, {})
    await at('2021-06-16T04:00:00Z')
    await callers.service.sweep()
    expect(await told(id)).toEqual(['proposed', 'agreed', 'paid', 'missed'])
    await friend.call('POST', `/v1/instalments/${id}/pay`, {})
    await friend.call('PUT', `/v1/instalments/${id}/consent`, { consent: true })
    for (const day of ['2021-06-21', '2021-06-28']) {
      await at(`${day}T01:00:00Z`)
      await callers.service.sweep()
    }
    expect((await player.call('GET', `/v1/instalments/${id}`)).body).toMatchObject({
      state: 'paid',
      paid: 5_000_000,
      left: 0,
    })
    expect([await yuan(player), await yuan(friend)]).toEqual([52_000, 0])
  })
})

describe('江津 2025: a caller says they sent money by mistake and wants it on another account', () => {
  it('what was never received cannot be given back, and what was goes only where it came from', async () => {
    await at('2025-04-10T07:00:00Z')
    const caller = await callers.person('来电', 6_430_000n)
    const target = await callers.person('津')
    const other = await callers.person('接应')
    const { body } = await caller.call('POST', '/v1/transfers', {
      payeeId: target.id,
      amount: 4_000_000,
      delayS: 86_400,
    })
    await pass(hourMs)
    expect((await target.call('POST', `/v1/transfers/${String(body.id)}/return`, {})).body).toMatchObject({
      code: 'nothing_to_return',
    })
    const transfer = await arrived(caller, target, 1_000)
    const message = '转错了，请退到我老婆的银行卡 6222 0212 3456 7890 128'
    expect((await ask(caller, transfer, { cause: 'AC03', message })).body).toMatchObject({
      code: 'return_text_refused',
    })
    const { id } = firstOf(await ask(caller, transfer, { cause: 'AC03' }))
    const elsewhere = { amount: 100_000, to: other.id }
    expect((await on(target, id, 'return', elsewhere)).body).toMatchObject({ code: 'invalid_request' })
    const before = await yuan(caller)
    expect((await on(target, id, 'return', {})).body).toMatchObject({ state: 'returned' })
    expect([(await yuan(caller)) - before, await yuan(target), await yuan(other)]).toEqual([1_000, 0, 0])
  })
})
