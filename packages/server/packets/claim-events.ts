/**
 * What a batch of claims tells of one packet: one row says who has claimed and when, never how much, for it is read by
 * people who may not know yet (docs/decisions/0007). It may be led by the end of a hold and the delivery, which these
 * claims were the first to find due, and followed by the end.
 */

import { toIso } from '@laisee/core/instant.ts'
import type { Deal } from '@laisee/core/claim.ts'
import type { Tx } from '../db/db.ts'
import { toJson } from '../events/append.ts'
import { deliveredData, holdEndedData } from './change.ts'
import { readRecipients, type PacketRow } from './packets.sql.ts'

/** A packet as its row stood, and what was dealt of it. */
export interface DealtPacket {
  before: PacketRow
  deal: Deal
}

export interface BatchEvent {
  sourceId: string
  seq: bigint
  /** The number of the last event of before this batch. */
  before: bigint
  kind: string
  data: string
  audience: string[]
}

/**
 * The designated members of the packets whose delivery or end this batch tells: each has a stream of their own that
 * must say so. Read only then, so that an ordinary batch has no statement more.
 */
export async function namedRecipients(
  tx: Tx,
  given: readonly DealtPacket[],
): Promise<Map<string, readonly string[]>> {
  const named = new Map<string, readonly string[]>()
  for (const { before, deal } of given) {
    if (before.audience !== 'members' || !(deal.delivers || deal.packet.closedAt !== null)) continue
    named.set(
      before.id,
      (await tx.run(readRecipients, before.id)).map((row) => row.memberId),
    )
  }
  return named
}

/** The events of one packet of a batch. Who has claimed is told to the packet's own stream, not to each designated member. */
export function eventsOf({ before, deal }: DealtPacket, named: readonly string[]): BatchEvent[] {
  const { given, packet: after } = deal
  const meant = [before.groupId, before.recipientId].filter((id) => id !== null)
  const audience = [before.payerId, before.id, ...meant]
  const everyone = [...audience, ...named]
  const kinds: [kind: string, data: unknown, audience: string[]][] = []
  if (deal.delivers && before.state === 'held')
    kinds.push(['packet.hold_ended', holdEndedData(before, 'clock'), [before.payerId]])
  if (deal.delivers) kinds.push(['packet.delivered', deliveredData(before), everyone])
  // A batch has one moment.
  const at = toIso(given[0]!.at)
  const claims = given.map(({ memberId, shareNo }) => ({ memberId, shareNo, at }))
  const { claimedCount, count } = after
  const { id: packetId, payerId, groupId } = before
  kinds.push(['packet.claimed', { packetId, payerId, groupId, claims, claimedCount, count }, audience])
  if (after.closedAt !== null)
    kinds.push([
      'packet.claimed_out',
      { packetId, payerId, groupId, count, lastClaimerId: after.closedBy },
      everyone,
    ])
  return kinds.map(([kind, data, heard], i) => ({
    sourceId: before.id,
    seq: before.eventCount + BigInt(i + 1),
    before: before.eventCount,
    kind,
    data: toJson(data),
    audience: heard,
  }))
}
