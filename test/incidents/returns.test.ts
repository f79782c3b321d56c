/**
 * Real mis-sends (reference page, §12.4) after the money was taken, from the claim to the case's real end, all through the
 * API: asked back, given back, kept, or paid in parts; and where that led nowhere, through a dispute to a decision and to
 * the pack of evidence that its loser left with. Names and times of day are ours.
 */

import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '@laisee/core/instant.ts'
import {
  arrived,
  ask,
  at,
  callers,
  claimed,
  firstOf,
  inDispute,
  inHand,
  lastFact,
  on,
  packOf,
  pass,
  told,
  useStage,
  yuan,
} from './stage.ts'

useStage('2016-01-04T04:00:00Z')

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

  it('in a dispute she says nothing, the service backs the return and takes nothing; the sender leaves with a pack', async () => {
    const sender = await callers.person('沈', 1_000_000n)
    const wrong = await callers.person('彩虹')
    const transfer = await arrived(sender, wrong, 7_440)
    await wrong.call('PUT', `/v1/blocks/${sender.id}`)
    const answers = [{ question: 'whom_meant', answer: '另一个彩虹' }]
    const said = { cause: 'mistake', text: '两个好友都叫彩虹，点错了。', answers }
    const { id, agent } = await inHand(sender, transfer, said)
    await inDispute(agent, id, 'ask', { toId: wrong.id, text: '请说明这笔钱的来由。' })
    await pass(7 * dayMs)
    const reasons = '聊天记录显示要付的是另一位；对方没有说明。没有冻结令，平台不能从对方账户取钱。'
    const decided = await inDispute(agent, id, 'decide', { outcome: 'return', reasons })
    expect(decided.body, JSON.stringify(decided.body)).toMatchObject({ state: 'decided', outcome: 'return' })
    const { effect, effectId } = await lastFact(sender, id)
    expect(effect).toBe('backed')
    // The service hands it over itself, across her block; she has it, says nothing, and keeps it.
    const notices = async () =>
      ((await wrong.call('GET', '/v1/inbox')).body.items as { sourceId: string }[]).map((one) => one.sourceId)
    await expect.poll(notices, { timeout: 20_000 }).toContain(effectId)
    await pass(8 * dayMs)
    expect((await sender.call('GET', `/v1/return-requests/${String(effectId)}`)).body).toMatchObject({
      state: 'no_answer',
      rejection: 'NOAS',
      deliveredAt: expect.stringMatching(/^2016-/) as string,
    })
    expect(await told(id)).toEqual(['opened', 'assigned', 'asked', 'decided', 'closed'])
    expect([await yuan(sender), await yuan(wrong)]).toEqual([2_560, 7_440])
    const wish = { sourceId: transfer, claim: 'mistake', statement: '要付给另一个彩虹，点错了人。' }
    const { problems, items, gaps } = await packOf(sender, wish)
    expect(problems).toEqual([])
    expect(items).toEqual(expect.arrayContaining(['transaction', 'return_requests', 'disputes', 'statement']))
    expect(gaps).toEqual(expect.arrayContaining(['mistake_clock', 'not_notarised']))
  })
})

describe('华商报 2017: 5,300 yuan to the wrong friend, who had blocked the sender before they could ask', () => {
  it('cannot be withdrawn or asked back; to the police it is a civil matter, so nothing is taken and it stays', async () => {
    await at('2017-06-01T04:00:00Z')
    const sender = await callers.person('商', 530_000n)
    const friend = await callers.person('友')
    const transfer = await arrived(sender, friend, 5_300)
    await friend.call('PUT', `/v1/blocks/${sender.id}`)
    expect((await sender.call('POST', `/v1/transfers/${transfer}/recall`, {})).body).toMatchObject({
      code: 'already_arrived',
    })
    expect((await ask(sender, transfer, { cause: 'AC03' })).body).toMatchObject({ code: 'recipient_blocked' })
    const said = { cause: 'fraud', text: '转错了人，对方拉黑了我，我已经报警。' }
    const { id, agent } = await inHand(sender, transfer, said)
    await inDispute(friend, id, 'statements', { text: '他以前欠我的。' })
    const reasons = '公安机关答复：属于民事纠纷，不予立案。没有冻结令，平台不能动对方的钱；可以向法院起诉。'
    const decided = await inDispute(agent, id, 'decide', { outcome: 'refuse', reasons })
    expect(decided.body, JSON.stringify(decided.body)).toMatchObject({ state: 'decided', outcome: 'refuse' })
    expect(await lastFact(sender, id)).toMatchObject({ by: 'staff', text: reasons, effect: 'none' })
    await pass(8 * dayMs)
    expect(await told(id)).toEqual(['opened', 'assigned', 'stated', 'decided', 'closed'])
    expect((await inDispute(sender, id, 'appeal', { text: '不服' })).body).toMatchObject({
      code: 'dispute_over',
    })
    expect([await yuan(sender), await yuan(friend)]).toEqual([0, 5_300])
    const wish = { sourceId: transfer, claim: 'enrichment', statement: '本来要付给另一位朋友。' }
    const { problems, items } = await packOf(sender, wish)
    expect([problems, items.includes('disputes')]).toEqual([[], true])
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
  it('what was never received cannot be given back, and a text that names another account is not passed on', async () => {
    await at('2025-04-10T07:00:00Z')
    const caller = await callers.person('来电', 6_430_000n)
    const target = await callers.person('津')
    const delayed = { payeeId: target.id, amount: 4_000_000, delayS: 86_400 }
    const { body } = await caller.call('POST', '/v1/transfers', delayed)
    await pass(hourMs)
    expect((await target.call('POST', `/v1/transfers/${String(body.id)}/return`, {})).body).toMatchObject({
      code: 'nothing_to_return',
    })
    expect((await caller.call('POST', `/v1/transfers/${String(body.id)}/recall`, {})).body).toMatchObject({
      result: 'CNCL',
    })
    const transfer = await arrived(caller, target, 1_000)
    const message = '转错了，请退到我老婆的银行卡 6222 0212 3456 7890 128'
    expect((await ask(caller, transfer, { cause: 'AC03', message })).body).toMatchObject({
      code: 'return_text_refused',
    })
    expect([await yuan(caller), await yuan(target)]).toEqual([63_300, 1_000])
  })

  it('whoever got it brings it to the service, and it goes only where it came from, before the police need to ask', async () => {
    const caller = await callers.person('来电', 6_430_000n)
    const target = await callers.person('津')
    const other = await callers.person('接应')
    const transfer = await arrived(caller, target, 1_000)
    const said = { cause: 'fraud', text: '陌生人打来电话，说转错了，要我退到他老婆的卡上。' }
    const { id, agent } = await inHand(target, transfer, said)
    await inDispute(agent, id, 'ask', { toId: caller.id, text: '请说明为什么要退到别的账户。' })
    await pass(4 * dayMs)
    const reasons = '付款人没有说明。要退就原路退回，不转给任何别的账户；已建议收款人拨打 96110。'
    const decided = await inDispute(agent, id, 'decide', { outcome: 'return', reasons })
    expect(decided.body, JSON.stringify(decided.body)).toMatchObject({ state: 'decided', outcome: 'return' })
    const { effect, effectId } = await lastFact(target, id)
    expect(effect).toBe('backed')
    const elsewhere = { amount: 100_000, to: other.id }
    expect((await on(target, effectId, 'return', elsewhere)).body).toMatchObject({ code: 'invalid_request' })
    expect((await on(target, effectId, 'return', {})).body).toMatchObject({
      state: 'returned',
      result: 'CNCL',
    })
    expect([await yuan(caller), await yuan(target), await yuan(other)]).toEqual([64_300, 0, 0])
    const wish = { sourceId: transfer, claim: 'deceit', statement: '对方要我退到别的账户，我原路退回了。' }
    const { problems, items } = await packOf(target, wish)
    expect(problems).toEqual([])
    expect(items).toEqual(expect.arrayContaining(['return_requests', 'disputes']))
  })
})

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

describe('海淀: 2,769 yuan in packets and 12,900 in transfers to the same person', () => {
  it('the packets are kept as gifts, with that as the reason; the transfers come back', async () => {
    await at('2026-10-23T04:00:00Z')
    const sender = await callers.person('甲', 2_000_000n)
    const receiver = await callers.person('乙')
    // No packet holds more than 200 yuan for one person.
    const packets = await claimed(sender, receiver, [...Array<number>(13).fill(200), 169])
    const transfers = [await arrived(sender, receiver, 8_000), await arrived(sender, receiver, 4_900)]
    expect(await yuan(receiver)).toBe(2_769 + 12_900)
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
    expect([await yuan(sender), await yuan(receiver)]).toEqual([20_000 - 2_769, 2_769])
  })
})
