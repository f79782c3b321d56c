/**
 * One batch of claims, across packets, in one transaction of three statements: lock the packets, read these members'
 * claims and the time, write everything. Between the second and the third the pure rules decide every waiting claim
 * in order of arrival. A unique claim, a full packet, a closed one: the rules say so, the database only keeps it.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { dealShares, type Deal, type DrawShare, type Share } from '@laisee/core/claim.ts'
import type { ClaimAsk } from '@laisee/core/packet.ts'
import { equalShare, drawWechatShare } from '@laisee/core/split.ts'
import { provableShare } from '@laisee/core/provable.ts'
import { refuse, type Refusal } from '@laisee/core/refusals.ts'
import type { Random } from '@laisee/core/random.ts'
import type { Tx } from '../db/db.ts'
import { eventsOf, namedRecipients } from './claim-events.ts'
import { lockBatchPackets, readBatchClaims, writeBatch, type BatchClaimRow } from './claim-batch.sql.ts'
import type { PacketRow } from './packets.sql.ts'

export interface BatchAsk extends ClaimAsk {
  packetId: string
}

export interface BatchOutcome {
  /** In the order of the asks. */
  answers: (Share | Refusal)[]
  /** Packets found or made closed, whose fate is final. */
  closedIds: string[]
}

/** Run one batch inside `tx`. Nothing may be answered before its transaction has committed. */
export async function runClaimBatch(tx: Tx, asks: readonly BatchAsk[]): Promise<BatchOutcome> {
  const ids = [...new Set(asks.map((ask) => ask.packetId))].sort()
  const rows = await tx.run(lockBatchPackets, ids)
  const packets = new Map(rows.map((row) => [row.id, row]))
  const had = await tx.run(
    readBatchClaims,
    asks.map((ask) => ask.packetId),
    asks.map((ask) => ask.memberId),
  )
  const now = rows.reduce((latest, row) => Math.max(latest, row.changedAt), had[0]!.now)
  const deals = dealAll(packets, asks, earlierClaims(had), now, tx.random)
  const given = [...deals.values()].filter((dealt) => dealt.deal.given.length > 0)
  if (given.length > 0) await write(tx, given, now)
  return { answers: answersInOrder(asks, deals), closedIds: closedOf(deals) }
}

interface Dealt {
  before: PacketRow
  deal: Deal
  /** Where each of this packet's asks stands among all asks. */
  places: number[]
}

function earlierClaims(rows: BatchClaimRow[]): Map<string, Map<string, Share>> {
  const byPacket = new Map<string, Map<string, Share>>()
  for (const row of rows) {
    if (row.packetId === null || row.memberId === null) continue
    const share: Share = {
      packetId: row.packetId,
      memberId: row.memberId,
      shareNo: row.shareNo!,
      amount: row.amount!,
      at: row.at!,
    }
    const ofPacket = byPacket.get(row.packetId) ?? new Map<string, Share>()
    byPacket.set(row.packetId, ofPacket.set(row.memberId, share))
  }
  return byPacket
}

function dealAll(
  packets: Map<string, PacketRow>,
  asks: readonly BatchAsk[],
  earlier: Map<string, Map<string, Share>>,
  now: Instant,
  random: Random,
): Map<string, Dealt> {
  const places = new Map<string, number[]>()
  asks.forEach((ask, place) => {
    const ofPacket = places.get(ask.packetId)
    if (ofPacket) ofPacket.push(place)
    else places.set(ask.packetId, [place])
  })
  const deals = new Map<string, Dealt>()
  for (const [packetId, ofPacket] of places) {
    const before = packets.get(packetId)
    if (!before) continue
    const waiting = ofPacket.map((place) => asks[place]!)
    const deal = dealShares(before, waiting, earlier.get(packetId) ?? new Map(), now, drawFor(before, random))
    deals.set(packetId, { before, deal, places: ofPacket })
  }
  return deals
}

function drawFor(packet: PacketRow, random: Random): DrawShare {
  if (packet.splitMethod === null) return (p) => equalShare(p.total, p.count)
  if (packet.splitMethod === 'wechat')
    return (_p, _no, left, sharesLeft) => drawWechatShare({ left, sharesLeft, random })
  const seed = packet.seed!
  return (p, shareNo, left, sharesLeft) =>
    provableShare({ seed, packetId: p.id, index: shareNo - 1, left, sharesLeft })
}

function answersInOrder(asks: readonly BatchAsk[], deals: Map<string, Dealt>): (Share | Refusal)[] {
  const answers: (Share | Refusal)[] = asks.map(() => refuse('not_found'))
  for (const { deal, places } of deals.values())
    places.forEach((place, i) => (answers[place] = deal.answers[i]!))
  return answers
}

function closedOf(deals: Map<string, Dealt>): string[] {
  return [...deals.values()]
    .filter(({ deal }) => deal.packet.closedAt !== null)
    .map(({ before }) => before.id)
}

interface Line {
  share: Share
  postingNo: bigint
  laterAmount: bigint
  laterEntries: number
  wallet: WalletSum
}

interface WalletSum {
  ownerId: string
  currency: string
  sum: bigint
  entries: number
  /** Where it stands among the wallets of the batch, from one. */
  place: number
}

/** The lines of a batch and one sum a wallet. Walking backwards, each line learns what comes after it. */
function linesAndWallets(given: Dealt[]): { lines: Line[]; wallets: WalletSum[] } {
  const wallets = new Map<string, WalletSum>()
  const lines: Line[] = []
  for (const { before, deal } of given) {
    deal.given.forEach((share, i) => {
      const wallet = walletOf(wallets, share.memberId, before.currency)
      const postingNo = before.postingCount + BigInt(i + 1)
      lines.push({ share, postingNo, laterAmount: 0n, laterEntries: 0, wallet })
    })
  }
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    const { wallet } = line
    line.laterAmount = wallet.sum
    line.laterEntries = wallet.entries
    wallet.sum += line.share.amount
    wallet.entries += 1
  }
  const sorted = [...wallets.values()].sort((a, b) => (a.ownerId < b.ownerId ? -1 : 1))
  sorted.forEach((wallet, i) => (wallet.place = i + 1))
  return { lines, wallets: sorted }
}

function walletOf(wallets: Map<string, WalletSum>, ownerId: string, currency: string): WalletSum {
  const key = `${ownerId} ${currency}`
  const known = wallets.get(key)
  if (known) return known
  const wallet = { ownerId, currency, sum: 0n, entries: 0, place: 0 }
  wallets.set(key, wallet)
  return wallet
}

async function write(tx: Tx, given: Dealt[], now: Instant): Promise<void> {
  const { lines, wallets } = linesAndWallets(given)
  const named = await namedRecipients(tx, given)
  const events = given.map((dealt) => eventsOf(dealt, named.get(dealt.before.id) ?? []))
  const told = events.flat()
  const after = given.map(({ deal }) => deal.packet)
  const written = await tx.one(
    writeBatch,
    toIso(now),
    lines.map((line) => line.share.packetId),
    lines.map((line) => line.share.memberId),
    lines.map((line) => line.share.shareNo),
    lines.map((line) => line.share.amount),
    lines.map((line) => line.postingNo),
    lines.map((line) => line.laterAmount),
    lines.map((line) => line.laterEntries),
    lines.map((line) => line.wallet.currency),
    lines.map((line) => line.wallet.place),
    wallets.map((wallet) => wallet.ownerId),
    wallets.map((wallet) => wallet.currency),
    wallets.map((wallet) => wallet.sum),
    wallets.map((wallet) => wallet.entries),
    after.map((packet) => packet.id),
    after.map((packet) => packet.state),
    after.map((packet) => packet.claimedAmount),
    after.map((packet) => packet.claimedCount),
    given.map(({ deal }) => deal.given.length),
    events.map((ofPacket) => ofPacket.length),
    after.map((packet) => packet.closedBy),
    given.map(({ before, deal }) => deal.packet.claimedAmount - before.claimedAmount),
    told.map((event) => event.sourceId),
    told.map((event) => event.seq),
    told.map((event) => event.kind),
    told.map((event) => event.data),
    told.map((event) => [...new Set(event.audience)].join(',')),
  )
  const whole =
    written!.lines === lines.length &&
    written!.wallets === wallets.length &&
    written!.escrows === given.length &&
    written!.packets === given.length
  if (!whole) throw new Error(`a batch of ${lines.length} claims wrote only part: ${JSON.stringify(written)}`)
}
