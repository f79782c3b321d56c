import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import { tellExpiringPackets } from '../jobs/tell-expiring-packets.ts'
import {
  ann,
  bob,
  cai,
  callers,
  claim,
  family,
  itemsOf,
  kindsOf,
  packet,
  pass,
  toBob,
  transfer,
  useHousehold,
} from './testing/household.ts'

useHousehold()

describe('what is about to expire', () => {
  const events = async (id: string) =>
    (await callers.events(id)).filter(({ kind }) => kind.endsWith('.expiring'))

  it('is told once, an hour before, to the payer and to whoever has not claimed', async () => {
    const id = await packet()
    await claim(bob, id)
    await pass(23 * hourMs - minuteMs)
    expect(await events(id)).toEqual([])
    await pass(minuteMs)
    await pass(minuteMs)
    expect(await events(id)).toMatchObject([
      { data: { packetId: id, payerId: ann.id, count: 3, claimedCount: 1 }, audience: [family, ann.id, id] },
    ])
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_expiring',
      data: { count: 3, claimedCount: 1 },
    })
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
    expect(await kindsOf(cai)).toEqual(['packet_expiring', 'packet_in_group'])
    await claim(cai, id)
    expect(await kindsOf(cai)).toEqual(['packet_in_group'])
  })

  it('gives way to what became of it', async () => {
    await packet()
    await pass(23 * hourMs)
    await pass(hourMs)
    expect((await kindsOf(ann)).slice(0, 2)).toEqual(['own_packet_expired', 'wallet_topped_up'])
  })

  it('is not told once it has expired, of a claimed packet, or before the last quarter of a short life', async () => {
    const late = await packet()
    await pass(dayMs)
    expect(await events(late)).toEqual([])
    const taken = await packet(toBob())
    await claim(bob, taken)
    await pass(23 * hourMs)
    expect(await events(taken)).toEqual([])
    const short = await packet({ expireAfterS: 3_600 })
    await pass(44 * minuteMs)
    expect(await events(short)).toEqual([])
    await pass(minuteMs)
    expect(await events(short)).toHaveLength(1)
  })

  it('is told of a paused packet to its payer alone', async () => {
    const id = await packet({ openAs: 'paused' })
    await pass(23 * hourMs)
    expect(await events(id)).toMatchObject([{ audience: [ann.id] }])
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
  })

  it('is told once by two servers that sweep at once', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => packet()))
    await callers.service.forward(23 * hourMs)
    const { ctx } = callers.service.another()
    await Promise.all([callers.service.sweep(), tellExpiringPackets(ctx.db), tellExpiringPackets(ctx.db)])
    for (const id of ids) expect(await events(id)).toHaveLength(1)
  })

  it('is told of a transfer that waits for the payee, to both', async () => {
    const id = await transfer({ profile: 'wechat-personal' })
    expect(await kindsOf(bob)).toEqual(['transfer_to_accept'])
    await pass(23 * hourMs)
    expect(await events(id)).toMatchObject([{ data: { transferId: id, amount: 5_000 } }])
    expect(await kindsOf(bob)).toEqual(['transfer_expiring'])
    expect((await kindsOf(ann))[0]).toBe('own_transfer_expiring')
    await bob.call('POST', `/v1/transfers/${id}/accept`)
    expect(await kindsOf(bob)).toEqual(['transfer_received'])
  })

  it('is not told of a transfer that is accepted', async () => {
    const id = await transfer({ profile: 'wechat-personal', delayS: 86_400 })
    await bob.call('POST', `/v1/transfers/${id}/accept`)
    await pass(23 * hourMs)
    expect(await events(id)).toEqual([])
  })
})
