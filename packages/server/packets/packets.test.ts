import { describe, expect, it } from 'vitest'
import { hourMs, secondMs } from '@laisee/core/instant.ts'
import { verifyProvable } from '@laisee/core/provable.ts'
import { askNotToOpen } from './ask-not-to-open.ts'
import { declinePacket } from './decline.ts'
import { pausePacket, releasePacket } from './pause.ts'
import { recallPacket } from './recall.ts'
import type { SendPacketAsk } from './send.ts'
import { undoPacket } from './undo.ts'
import { listClaims, seePacket } from './view.ts'
import {
  act,
  ann,
  balanceOf,
  bob,
  cai,
  claim,
  codeOf,
  dan,
  delivered,
  kindsOf,
  send,
  service,
  start,
  toBob,
  useFamily,
} from './testing/family.ts'

useFamily()

describe('sending', () => {
  it('takes the whole sum out of the wallet and tells only the payer', async () => {
    const before = await balanceOf(ann)
    const packet = await send()
    expect(await balanceOf(ann)).toBe(before - 300n)
    expect(packet.deliverAt - packet.sentAt).toBe(10_000)
    expect(await kindsOf(packet.id)).toEqual(['packet.sent'])
    expect(await act((tx) => seePacket(tx, packet.id, bob))).toBeUndefined()
  })

  const rows: [string, () => Partial<SendPacketAsk>, string][] = [
    ['to nobody known', () => ({ ...toBob, recipientIds: ['mem_none'] }), 'member_unknown'],
    ['to no known group', () => ({ groupId: 'grp_none' }), 'group_unknown'],
    ['to oneself', () => ({ ...toBob, recipientIds: [ann] }), 'self_not_allowed'],
    [
      'more than one share to one person',
      () => ({ ...toBob, recipientIds: [bob], count: 2 }),
      'count_not_one',
    ],
    ['501 shares', () => ({ count: 501, total: 50_100n }), 'count_above_max'],
    ['more shares than people', () => ({ count: 5, total: 500n }), 'count_above_recipients'],
    ['less than a fen each', () => ({ total: 2n, kind: 'lucky', splitMethod: 'wechat' }), 'total_below_min'],
    ['equal shares that do not divide', () => ({ total: 301n }), 'total_not_divisible'],
    ['above 200 yuan on average', () => ({ total: 60_003n }), 'total_above_max'],
    ['expiring in a second', () => ({ expireAfterMs: 1_000 }), 'expiry_out_of_bounds'],
    [
      'claimable only after its end',
      () => ({ notBefore: start + 1_000 * hourMs }),
      'not_before_after_expiry',
    ],
    ['more than there is', () => ({ payerId: bob }), 'balance_too_low'],
  ]
  it.each(rows)('refuses a packet %s', async (_name, change, code) => {
    const before = await balanceOf(ann)
    expect(await codeOf(send(change()))).toBe(code)
    expect(await balanceOf(ann)).toBe(before)
  })
})

describe('undo', () => {
  it('brings everything back before anyone could see it', async () => {
    const before = await balanceOf(ann)
    const packet = await send()
    const undone = await act((tx) => undoPacket(tx, { packetId: packet.id, memberId: ann }))
    expect(undone.state).toBe('undone')
    expect(await balanceOf(ann)).toBe(before)
    expect(await kindsOf(packet.id)).toEqual(['packet.sent', 'packet.undone'])
    expect(await codeOf(act((tx) => undoPacket(tx, { packetId: packet.id, memberId: ann })))).toBe(
      'already_undone',
    )
    for (const _ of ['at once', 'and when the process has seen its end'])
      expect(await codeOf(claim(packet.id, bob))).toBe('not_found')
    expect(await codeOf(claim(packet.id, ann))).toBe('already_undone')
  })

  it('ends to the millisecond when the packet is delivered', async () => {
    const packet = await send()
    await service.forward(10 * secondMs - 1)
    expect(await codeOf(claim(packet.id, bob))).toBe('not_found')
    await service.forward(1)
    expect(await codeOf(act((tx) => undoPacket(tx, { packetId: packet.id, memberId: ann })))).toBe(
      'undo_window_over',
    )
  })
})

describe('recall', () => {
  it('takes back exactly what nobody has claimed and says who has the rest', async () => {
    const before = await balanceOf(ann)
    const packet = await delivered()
    await claim(packet.id, bob)
    const recall = (manner: 'remainder' | 'all_or_nothing') =>
      act((tx) => recallPacket(tx, { packetId: packet.id, memberId: ann, manner, reason: 'AC03' }))
    expect(await recall('all_or_nothing')).toMatchObject({
      result: 'RJCR',
      returned: 0n,
      packet: { state: 'open' },
    })
    const recalled = await recall('remainder')
    expect(recalled).toMatchObject({
      result: 'PECR',
      returned: 200n,
      packet: { state: 'recalled', closeReason: 'AC03' },
    })
    expect(recalled.claims.map((share) => share.memberId)).toEqual([bob])
    expect(await balanceOf(ann)).toBe(before - 100n)
    expect(await codeOf(recall('remainder'))).toBe('already_recalled')
    expect(await codeOf(claim(packet.id, cai))).toBe('already_recalled')
    expect((await kindsOf(packet.id)).slice(-2)).toEqual(['packet.recall_rejected', 'packet.recalled'])
  })

  it('brings all of it back while nobody has claimed, also through a pause', async () => {
    const before = await balanceOf(ann)
    const packet = await delivered({ openAs: 'paused' })
    expect(await codeOf(claim(packet.id, bob))).toBe('packet_paused')
    const recalled = await act((tx) =>
      recallPacket(tx, { packetId: packet.id, memberId: ann, manner: 'all_or_nothing', reason: 'CUST' }),
    )
    expect(recalled.result).toBe('CNCL')
    expect(await balanceOf(ann)).toBe(before)
  })
})

describe('the sender and the recipient', () => {
  it('pauses and releases', async () => {
    const packet = await delivered()
    const ask = { packetId: packet.id, memberId: ann }
    await act((tx) => pausePacket(tx, ask))
    expect(await codeOf(claim(packet.id, bob))).toBe('packet_paused')
    expect(await codeOf(act((tx) => pausePacket(tx, ask)))).toBe('already_paused')
    await act((tx) => releasePacket(tx, ask))
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
    expect(await kindsOf(packet.id)).toEqual([
      'packet.sent',
      'packet.delivered',
      'packet.paused',
      'packet.released',
      'packet.claimed',
    ])
  })

  it('declines a packet meant for one, which returns it at once', async () => {
    const before = await balanceOf(ann)
    const packet = await delivered({ ...toBob, recipientIds: [bob] })
    expect(await codeOf(act((tx) => declinePacket(tx, { packetId: packet.id, memberId: cai })))).toBe(
      'not_found',
    )
    await act((tx) => declinePacket(tx, { packetId: packet.id, memberId: bob }))
    expect(await balanceOf(ann)).toBe(before)
    expect(await codeOf(claim(packet.id, bob))).toBe('already_declined')
  })

  it('asks once not to open, and the packet stays claimable', async () => {
    const packet = await delivered()
    const ask = { packetId: packet.id, memberId: ann }
    await act((tx) => askNotToOpen(tx, ask))
    expect(await codeOf(act((tx) => askNotToOpen(tx, ask)))).toBe('already_asked')
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
    expect(await kindsOf(packet.id)).toContain('packet.asked_not_to_open')
  })
})

describe('a lucky packet', () => {
  it('gives everything away, and its provable split can be recomputed by anyone', async () => {
    const packet = await delivered({ kind: 'lucky', splitMethod: 'provable', total: 1_000n, count: 4 })
    await Promise.all([
      claim(packet.id, ann),
      claim(packet.id, bob),
      claim(packet.id, cai),
      claim(packet.id, dan),
    ])
    const { shares, row } = await act(async (tx) => ({
      shares: (await listClaims(tx, packet.id)).map((share) => share.amount),
      row: (await seePacket(tx, packet.id, ann))!.packet,
    }))
    expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(1_000n)
    const proof = {
      packetId: packet.id,
      total: 1_000n,
      count: 4,
      version: 1,
      seed: row.seed!,
      commitment: row.commitment!,
      shares,
    }
    expect(verifyProvable(proof)).toEqual({ ok: true })
    expect(verifyProvable({ ...proof, shares: [...shares].reverse() }).ok).toBe(
      shares.join() === [...shares].reverse().join(),
    )
  })
})
