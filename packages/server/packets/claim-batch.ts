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
import type { StatementParams } from '../db/statement.ts'
import { eventsOf, namedRecipients } from './claim-events.ts'
import {
  lockBatchPackets,
  readBatchClaims,
  readPacketClaims,
  writeBatch,
  type BatchClaimRow,
} from './claim-batch.sql.ts'
import { lockPacket, type PacketRow } from './packets.sql.ts'

export interface BatchAsk extends ClaimAsk {
  packetId: string
}

export interface BatchOutcome {
  /** In the order of the asks. */
  answers: (Share | Refusal)[]
  /** Packets found closed, whose fate is final: someone came after their end, and others may. */
  closedIds: string[]
}

/**
 * Run one batch inside `tx`: any number of asks, but no member's for two packets. Nothing may be answered before its
 * transaction has committed. Where it is the last of its transaction, what it writes leaves with the commit.
 */
export async function runClaimBatch(
  tx: Tx,
  asks: readonly BatchAsk[],
  { isLast = false } = {},
): Promise<BatchOutcome> {
  const ids = [...new Set(asks.map((ask) => ask.packetId))].sort()
  const memberIds = asks.map((ask) => ask.memberId)
  // Both may leave together: they run one after the other, and the second sees what was committed before the locks.
  const [rows, had] = await Promise.all(
    ids.length === 1
      ? [tx.run(lockPacket, ids[0]!), tx.run(readPacketClaims, ids[0]!, memberIds)]
      : [
          tx.run(lockBatchPackets, ids),
          tx.run(
            readBatchClaims,
            asks.map((ask) => ask.packetId),
            memberIds,
          ),
        ],
  )
  const packets = new Map(rows.map((row) => [row.id, row]))
  const now = rows.reduce((latest, row) => Math.max(latest, row.changedAt), had[0]!.now)
  const deals = dealAll(packets, asks, earlierClaims(had), now, tx.random)
  const given = [...deals.values()].filter((dealt) => dealt.deal.given.length > 0)
  if (given.length > 0) await write(tx, given, now, isLast)
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
  return [...deals.values()].filter(({ before }) => before.closedAt !== null).map(({ before }) => before.id)
}

interface Line extends Share {
  postingNo: bigint
  currency: string
}

/** What each wallet is credited, by wallet. */
function linesOf(given: Dealt[]): Line[] {
  const lines = given.flatMap(({ before, deal }) =>
    deal.given.map((share, i) => ({
      ...share,
      postingNo: before.postingCount + BigInt(i + 1),
      currency: before.currency,
    })),
  )
  return lines.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
}

async function write(tx: Tx, given: Dealt[], now: Instant, isLast: boolean): Promise<void> {
  const lines = linesOf(given)
  const named = await namedRecipients(tx, given)
  const events = given.map((dealt) => eventsOf(dealt, named.get(dealt.before.id) ?? []))
  const told = events.flat()
  const after = given.map(({ deal }) => deal.packet)
  const params: StatementParams<typeof writeBatch> = [
    toIso(now),
    lines.map((line) => line.packetId),
    lines.map((line) => line.memberId),
    lines.map((line) => line.shareNo),
    lines.map((line) => line.amount),
    lines.map((line) => line.postingNo),
    lines.map((line) => line.currency),
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
    told.map((event) => event.before),
  ]
  if (isLast) tx.atLast(writeBatch, ...params)
  else await tx.run(writeBatch, ...params)
}
