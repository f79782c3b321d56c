import { describe, expect, it } from 'vitest'
import { hourMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { memberWith } from '../testing/service.ts'
import { openLink, sealLink } from './links.ts'
import { seePacket } from './view.ts'
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
  heardOf,
  kindsOf,
  lastEntriesOf,
  refusalOf,
  send,
  service,
  useFamily,
} from './testing/family.ts'

useFamily()

describe('claiming', () => {
  it('gives one share a member, the same when asked again, and the last claim closes the packet', async () => {
    const packet = await delivered()
    const before = await balanceOf(bob)
    const first = await claim(packet.id, bob)
    expect(first).toMatchObject({ shareNo: 1, amount: 100n })
    expect(await claim(packet.id, bob)).toEqual(first)
    expect(await balanceOf(bob)).toBe(before + 100n)
    await Promise.all([claim(packet.id, cai), claim(packet.id, dan)])
    expect(await codeOf(claim(packet.id, ann))).toBe('already_claimed_out')
    expect(await claim(packet.id, bob)).toEqual(first)
    expect(await kindsOf(packet.id)).toEqual([
      'packet.sent',
      'packet.delivered',
      'packet.claimed',
      'packet.claimed',
      'packet.claimed_out',
    ])
  })

  it('lets a sender take one share of their own group packet', async () => {
    const packet = await delivered()
    expect(await claim(packet.id, ann)).toMatchObject({ shareNo: 1, amount: 100n })
  })

  it('credits a member who claims from several packets at once one by one, with the balance after each', async () => {
    const packets = await Promise.all([send(), send(), send()])
    await service.forward(10 * secondMs)
    const before = await balanceOf(cai)
    const shares = await Promise.all(packets.map((packet) => claim(packet.id, cai)))
    expect(shares.map((share) => share.amount)).toEqual([100n, 100n, 100n])
    expect(await balanceOf(cai)).toBe(before + 300n)
    const balances = (await service.ctx.db.run(lastEntriesOf, cai, 3)).map((entry) => entry.balance)
    expect(balances).toEqual([before + 300n, before + 200n, before + 100n])
    for (const { id } of packets)
      expect(await kindsOf(id)).toEqual(['packet.sent', 'packet.delivered', 'packet.claimed'])
  })

  it('does not exist for someone who was not in the group when it was sent', async () => {
    const packet = await delivered()
    const late = await memberWith(service.ctx, '晚', 0n)
    expect(await codeOf(claim(packet.id, late))).toBe('not_found')
    expect(await codeOf(claim('pkt_none', bob))).toBe('not_found')
  })

  it('waits for its time and refuses a test packet', async () => {
    const early = await delivered({ notBefore: (await act((tx) => tx.now())) + hourMs })
    expect(await codeOf(claim(early.id, bob))).toBe('not_yet')
    const test = await delivered({ test: true })
    expect(await codeOf(claim(test.id, bob))).toBe('test_packet')
  })

  it('R24: is never possible from the second of expiry on, even when no sweep has run', async () => {
    const before = await balanceOf(ann)
    const packet = await send({ expireAfterMs: hourMs })
    await service.forward(10 * secondMs + hourMs - 1)
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
    await service.forward(1)
    expect(await codeOf(claim(packet.id, cai))).toBe('already_expired')
    await service.sweep()
    expect(await balanceOf(ann)).toBe(before - 100n)
    expect((await kindsOf(packet.id)).at(-1)).toBe('packet.expired')
    expect(await codeOf(claim(packet.id, cai))).toBe('already_expired')
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
  })

  it('tells designated members of a delivery that a claim was the first to find, and of the end', async () => {
    const packet = await delivered({
      audience: 'members',
      recipientIds: [bob, cai, dan],
      groupId: null,
      count: 2,
      total: 200n,
    })
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
    expect(await claim(packet.id, cai)).toMatchObject({ amount: 100n })
    expect(await kindsOf(packet.id)).toEqual([
      'packet.sent',
      'packet.delivered',
      'packet.claimed',
      'packet.claimed',
      'packet.claimed_out',
    ])
    for (const member of [bob, cai, dan])
      expect(await service.ctx.db.run(heardOf, packet.id, member)).toEqual([
        { kind: 'packet.delivered' },
        { kind: 'packet.claimed_out' },
      ])
  })

  it('says the same moment of expiry before a late sweep and after it', async () => {
    const before = await balanceOf(ann)
    const packet = await send({ expireAfterMs: hourMs })
    await service.forward(3 * hourMs)
    const facts = { decidedAt: toIso(packet.expireAt), decidedBy: 'clock' }
    expect(await refusalOf(claim(packet.id, bob))).toMatchObject({ code: 'already_expired', data: facts })
    await service.sweep()
    expect(await balanceOf(ann)).toBe(before)
    expect((await kindsOf(packet.id)).at(-1)).toBe('packet.expired')
    expect(await refusalOf(claim(packet.id, bob))).toMatchObject({ code: 'already_expired', data: facts })
    const sight = await act((tx) => seePacket(tx, packet.id, ann))
    expect(sight!.packet.closedAt).toBe(packet.expireAt)
  })
})

describe('a passphrase', () => {
  it('lets in whoever knows it, however it is typed, and gives five attempts', async () => {
    const packet = await delivered({ passphrase: '恭喜 Fa Cai' })
    expect(await codeOf(claim(packet.id, bob))).toBe('passphrase_wrong')
    expect(await claim(packet.id, bob, { passphrase: ' 恭喜 ＦＡ cai ' })).toMatchObject({ amount: 100n })
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => codeOf(claim(packet.id, cai, { passphrase: `猜${i}` }))),
    )
    expect(guesses.filter((code) => code === 'passphrase_wrong')).toHaveLength(5)
    expect(guesses.filter((code) => code === 'passphrase_attempts_used_up')).toHaveLength(15)
    expect(await codeOf(claim(packet.id, cai, { passphrase: '恭喜 fa cai' }))).toBe(
      'passphrase_attempts_used_up',
    )
  })
})

describe('a link', () => {
  it('opens the door for whoever holds it, or for the one member it names', async () => {
    const packet = await delivered({ audience: 'link', groupId: null })
    const expireAt = packet.expireAt
    const bearer = await sealLink(service.ctx.secrets, { packetId: packet.id, memberId: null, expireAt })
    const named = await sealLink(service.ctx.secrets, { packetId: packet.id, memberId: cai, expireAt })
    expect(await codeOf(claim(packet.id, bob))).toBe('not_found')
    expect(await claim(packet.id, bob, { token: bearer })).toMatchObject({ amount: 100n })
    expect(await claim(packet.id, bob)).toMatchObject({ amount: 100n })
    expect(await codeOf(claim(packet.id, dan, { token: named }))).toBe('link_for_someone_else')
    expect(await claim(packet.id, cai, { token: named })).toMatchObject({ shareNo: 2 })
  })

  it('is refused when forged, altered, foreign or past its end', async () => {
    const packet = await delivered({ audience: 'link', groupId: null })
    const other = await delivered({ audience: 'link', groupId: null })
    const seal = (packetId: string, expireAt = packet.expireAt) =>
      sealLink(service.ctx.secrets, { packetId, memberId: null, expireAt })
    const good = await seal(packet.id)
    for (let i = 0; i < good.length; i += 7) {
      const altered = good.slice(0, i) + (good[i] === 'A' ? 'B' : 'A') + good.slice(i + 1)
      expect(await openLink(service.ctx.secrets, altered, { memberId: bob })).toMatchObject({
        code: 'link_invalid',
      })
    }
    expect(await codeOf(claim(packet.id, bob, { token: await seal(other.id) }))).toBe('link_invalid')
    expect(await codeOf(claim(packet.id, bob, { token: await seal(packet.id, packet.deliverAt + 1) }))).toBe(
      'link_expired',
    )
    expect(good).not.toContain(packet.id)
  })
})
