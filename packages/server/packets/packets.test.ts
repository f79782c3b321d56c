import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readWallet } from '../ledger/ledger.ts'
import { fromIso, hourMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import { verifyProvable } from '@laisee/core/provable.ts'
import { statement } from '../db/statement.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { askNotToOpen } from './ask-not-to-open.ts'
import { claimPacket } from './claim.ts'
import { declinePacket } from './decline.ts'
import { openLink, sealLink } from './links.ts'
import { pausePacket, releasePacket } from './pause.ts'
import { recallPacket } from './recall.ts'
import { sendPacket, type SendPacketAsk } from './send.ts'
import { undoPacket } from './undo.ts'
import { listClaims, seePacket } from './view.ts'

const start = fromIso('2026-02-16T12:00:00Z')!
const eventsOf = statement<[sourceId: string], { kind: string; seq: bigint }>(
  'test_events_of',
  `select kind, seq from event where source_id = $1 order by seq`,
)
const lastEntriesOf = statement<[ownerId: string, limit: number], { balance: bigint }>(
  'test_last_entries_of',
  `select balance from entry where owner_id = $1 order by entry_no desc limit $2`,
)

let service: TestService
let ann: string
let bob: string
let cai: string
let dan: string
let family: string

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(start)
  ann = await memberWith(service.ctx, '安', 1_000_000n)
  bob = await memberWith(service.ctx, '波', 0n)
  cai = await memberWith(service.ctx, '蔡', 0n)
  dan = await memberWith(service.ctx, '丹', 0n)
  family = await groupOf(service.ctx, '家', [ann, bob, cai, dan])
})
afterAll(() => service.close())
beforeEach(() => service.forward(60 * secondMs))

/** What of a packet each of these members is told on their own stream. */
const heardOf = statement<[sourceId: string, audienceId: string], { kind: string }>(
  'test_heard_of',
  `
  select event.kind
  from event_for join event on event.source_id = event_for.source_id and event.seq = event_for.seq
  where event_for.source_id = $1 and event_for.audience_id = $2
  order by event.seq
  `,
)

const act = <T>(work: Parameters<typeof service.ctx.db.transaction<T>>[0]) => service.ctx.db.transaction(work)
const balanceOf = async (id: string) => (await act((tx) => readWallet(tx, id, 'CNY')))!.balance
const kindsOf = async (id: string) => (await service.ctx.db.run(eventsOf, id)).map((event) => event.kind)

async function refusalOf(promise: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await promise
    return undefined
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
}

const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise))?.code ?? 'yes'

function send(change: Partial<SendPacketAsk> = {}) {
  const ask: SendPacketAsk = {
    payerId: ann,
    kind: 'equal',
    profile: 'laisee',
    total: 300n,
    count: 3,
    splitMethod: null,
    audience: 'group',
    recipientIds: [],
    groupId: family,
    greeting: '新年快乐',
    passphrase: null,
    notBefore: null,
    expireAfterMs: null,
    openAs: 'open',
    test: false,
    ...change,
  }
  return act((tx) => sendPacket(tx, service.ctx.secrets, ask))
}

const toBob = { kind: 'direct', audience: 'member', count: 1, groupId: null } as const
const claim = (packetId: string, memberId: string, more: { token?: string; passphrase?: string } = {}) =>
  claimPacket(service.ctx, {
    packetId,
    memberId,
    token: more.token ?? null,
    passphrase: more.passphrase ?? null,
  })

async function delivered(change: Partial<SendPacketAsk> = {}) {
  const packet = await send(change)
  await service.forward(10 * secondMs)
  return packet
}

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

  it('is never possible from the second of expiry on, even when no sweep has run', async () => {
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
      expect(await openLink(service.ctx.secrets, altered, { memberId: bob })).toMatchObject({ code: 'link_invalid' })
    }
    expect(await codeOf(claim(packet.id, bob, { token: await seal(other.id) }))).toBe('link_invalid')
    expect(await codeOf(claim(packet.id, bob, { token: await seal(packet.id, packet.deliverAt + 1) }))).toBe(
      'link_expired',
    )
    expect(good).not.toContain(packet.id)
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
