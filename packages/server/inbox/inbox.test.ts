import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import {
  ann,
  bob,
  cai,
  callers,
  claim,
  family,
  inbox,
  itemsOf,
  kindsOf,
  packet,
  pass,
  made,
  toBob,
  transfer,
  useHousehold,
} from './testing/household.ts'

useHousehold()

describe('an inbox', () => {
  it('says what a delivered packet is to those it is for, and nothing to its payer', async () => {
    const id = await packet()
    expect(await itemsOf(bob)).toMatchObject([
      {
        kind: 'packet_in_group',
        sourceId: id,
        data: { payerId: ann.id, groupId: family, count: 3, greeting: '新年快乐' },
        read: false,
        quiet: false,
      },
    ])
    expect((await inbox(bob)).names).toEqual({ [ann.id]: '安', [family]: '一家人' })
    const own = await packet(toBob())
    expect((await itemsOf(bob))[0]).toMatchObject({ kind: 'packet_for_you', sourceId: own })
    expect(await itemsOf(ann)).toMatchObject([{ kind: 'wallet_topped_up', read: true }])
  })

  it('says nothing of a packet that may still be undone, and nothing once it is', async () => {
    const body = { kind: 'equal', total: 300, count: 3, groupId: family }
    const id = await made(ann.call('POST', '/v1/packets', body))
    expect(await kindsOf(bob)).toEqual([])
    await ann.call('POST', `/v1/packets/${id}/undo`)
    await pass(minuteMs)
    expect(await kindsOf(bob)).toEqual([])
  })

  it('gathers the claims of a packet into one notice that counts on, then into its end', async () => {
    const id = await packet()
    await claim(bob, id)
    await claim(cai, id)
    expect(await itemsOf(ann)).toMatchObject([
      { kind: 'own_packet_claimed', data: { count: 3, claimedCount: 2, claimerIds: [cai.id] } },
      { kind: 'wallet_topped_up' },
    ])
    await claim(ann, id)
    expect(await itemsOf(ann)).toMatchObject([
      { kind: 'own_packet_claimed_out', data: { count: 3, lastClaimerId: ann.id } },
      { kind: 'wallet_topped_up' },
    ])
  })

  it('calls a packet that the reader has opened read', async () => {
    const id = await packet()
    expect(await inbox(bob)).toMatchObject({ unreadCount: 1 })
    await claim(bob, id)
    expect(await inbox(bob)).toMatchObject({
      unreadCount: 0,
      items: [{ kind: 'packet_in_group', read: true }],
    })
  })

  it('tells of a recall to whoever had not claimed, and not to whoever has their share', async () => {
    const id = await packet()
    await claim(bob, id)
    await ann.call('POST', `/v1/packets/${id}/recall`, {})
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
    expect(await kindsOf(cai)).toEqual(['packet_recalled', 'packet_in_group'])
  })

  it('says what a decline and an expiry brought back', async () => {
    const declined = await packet(toBob())
    await bob.call('POST', `/v1/packets/${declined}/decline`)
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_declined',
      data: { returned: 100, declinedBy: bob.id },
    })
    await packet()
    await pass(dayMs)
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_expired',
      data: { returned: 300, claimedCount: 0 },
    })
    expect((await kindsOf(bob)).slice(0, 2)).toEqual(['packet_missed', 'packet_in_group'])
  })

  it('lets a release take the place of the pause before it', async () => {
    const id = await packet()
    await ann.call('POST', `/v1/packets/${id}/pause`)
    expect(await kindsOf(bob)).toEqual(['packet_paused', 'packet_in_group'])
    await callers.service.forward(secondMs)
    await ann.call('POST', `/v1/packets/${id}/release`)
    expect(await kindsOf(bob)).toEqual(['packet_released', 'packet_in_group'])
  })

  it('tells both sides of a transfer what became of it', async () => {
    await transfer({ delayS: 7_200 })
    expect(await itemsOf(bob)).toMatchObject([
      { kind: 'transfer_for_you', data: { payerId: ann.id, amount: 5_000 } },
    ])
    await pass(2 * hourMs)
    expect(await kindsOf(bob)).toEqual(['transfer_received'])
    expect((await kindsOf(ann))[0]).toBe('own_transfer_arrived')
    const recalled = await transfer({ delayS: 7_200 })
    await ann.call('POST', `/v1/transfers/${recalled}/recall`, {})
    expect(await kindsOf(bob)).toEqual(['transfer_recalled', 'transfer_received'])
  })

  it('tells of a freeze, with its reason, and of money put in and paid out', async () => {
    const { operator } = callers
    await operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 700, reference: '工资' })
    await callers.service.forward(1)
    await operator.call('POST', '/v1/withdrawals', { memberId: bob.id, amount: 200 })
    await callers.service.forward(1)
    await operator.call('PUT', `/v1/members/${bob.id}/freeze`, { reason: '核实身份' })
    expect(await itemsOf(bob)).toMatchObject([
      { kind: 'wallet_frozen', data: { reason: '核实身份' } },
      { kind: 'wallet_withdrawn', data: { amount: 200, balance: 500, reference: null } },
      { kind: 'wallet_topped_up', data: { amount: 700, balance: 700, reference: '工资' } },
    ])
  })

  it('calls people as the reader does', async () => {
    await bob.call('PUT', `/v1/contacts/${ann.id}`, { alias: '妈妈' })
    await packet()
    expect((await inbox(bob)).names).toMatchObject({ [ann.id]: '妈妈' })
    expect((await inbox(cai)).names).toMatchObject({ [ann.id]: '安' })
  })
})

describe('nobody learns more from an inbox than from their stream', () => {
  it('who joins a group later hears nothing of what was sent before, and who left still does', async () => {
    const id = await packet()
    const dan = await callers.person('丹')
    await cai.call('DELETE', `/v1/groups/${family}/members/${cai.id}`)
    await ann.call('POST', `/v1/groups/${family}/members`, { memberIds: [dan.id] })
    await callers.service.forward(secondMs)
    await ann.call('POST', `/v1/packets/${id}/pause`)
    expect(await kindsOf(dan)).toEqual([])
    expect(await kindsOf(cai)).toEqual(['packet_paused', 'packet_in_group'])
    await packet()
    expect(await kindsOf(dan)).toEqual(['packet_in_group'])
    expect((await kindsOf(cai)).length).toBe(2)
  })

  it('an exclusive packet shown in a group is news to the one it is for', async () => {
    await packet({ kind: 'exclusive', total: 100, count: 1, recipientIds: [bob.id] })
    expect(await kindsOf(bob)).toEqual(['packet_for_you'])
    expect(await kindsOf(cai)).toEqual([])
  })

  it('a test packet is news to nobody but its payer, to whom it comes back', async () => {
    await packet({ test: true })
    await pass(dayMs)
    expect(await kindsOf(bob)).toEqual([])
    expect((await kindsOf(ann))[0]).toBe('own_packet_expired')
  })

  it('a request not to open reaches each of them once, and its sender asks once', async () => {
    const id = await packet()
    await callers.service.forward(secondMs)
    expect(await ann.call('POST', `/v1/packets/${id}/ask-not-to-open`)).toMatchObject({ status: 200 })
    expect(await ann.call('POST', `/v1/packets/${id}/ask-not-to-open`)).toMatchObject({
      body: { code: 'already_asked' },
    })
    expect(await kindsOf(bob)).toEqual(['packet_asked_not_to_open', 'packet_in_group'])
  })

  it('nothing of how much is in a packet that the reader has not opened', async () => {
    const id = await packet({ kind: 'lucky', total: 8_812 })
    await claim(cai, id)
    await pass(23 * hourMs)
    expect(JSON.stringify(await inbox(bob))).not.toMatch(/8812|amount|total|returned/i)
  })
})
