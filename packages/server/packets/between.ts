/**
 * Packets as a conversation holds them: between two members, or in a group while one was in it. In order of delivery,
 * which is the same for both sides; before delivery, and when it was undone, a packet is there for its payer only.
 * Asked of every node, for a person who looks; nothing that moves money waits for it.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Stay } from '@laisee/core/group.ts'
import type { Tx } from '../db/db.ts'
import {
  latestNamedReceivedPackets,
  latestNamedSentPackets,
  latestReceivedPackets,
  latestSentPackets,
  namedPacketsFromTo,
  packetsFromTo,
  packetsOfGroup,
  type LatestPacketRow,
  type PacketPlaceRow,
} from './between.sql.ts'

export interface PacketPage {
  /** Who looks. */
  viewerId: string
  now: Instant
  /** From below this moment of delivery, and below this id where moments are equal; undefined for the newest. */
  from: { at: Instant; id: string } | undefined
  limit: number
}

/** At most `limit` direct, exclusive and named packets between two members, newest delivery first. */
export async function packetsBetween(tx: Tx, otherId: string, page: PacketPage): Promise<PacketPlaceRow[]> {
  const { viewerId, limit } = page
  const found: PacketPlaceRow[] = []
  for (const [payerId, recipientId] of [
    [viewerId, otherId],
    [otherId, viewerId],
  ] as const) {
    for (const pair of [packetsFromTo, namedPacketsFromTo])
      found.push(...(await tx.run(pair, payerId, recipientId, viewerId, ...placeOf(page), limit)))
  }
  return found
}

/** Whether one of two members has sent the other a direct, exclusive or named packet that the other could see by now. */
export async function haveSentPackets(
  tx: Tx,
  [one, other]: readonly [string, string],
  now: Instant,
): Promise<boolean> {
  for (const [payerId, recipientId] of [
    [one, other],
    [other, one],
  ] as const) {
    const page = [recipientId, toIso(now), 'infinity', '', 1] as const
    for (const pair of [packetsFromTo, namedPacketsFromTo])
      if ((await tx.run(pair, payerId, recipientId, ...page)).length > 0) return true
  }
  return false
}

/** At most `limit` packets that were sent to a group within these stays of the member who looks, newest delivery first. */
export function packetsSentTo(
  tx: Tx,
  groupId: string,
  stays: readonly Stay[],
  page: PacketPage,
): Promise<(PacketPlaceRow & { at: Instant })[]> {
  return tx.run(
    packetsOfGroup,
    groupId,
    stays.map((stay) => toIso(stay.since)),
    stays.map((stay) => (stay.until === null ? 'infinity' : toIso(stay.until))),
    page.viewerId,
    ...placeOf(page),
    page.limit,
  )
}

/** The last packet in each direction between a member and everyone they have exchanged one with by now. */
export async function latestPacketsByMember(
  tx: Tx,
  viewerId: string,
  now: Instant,
): Promise<LatestPacketRow[]> {
  return [
    ...(await tx.run(latestSentPackets, viewerId)),
    ...(await tx.run(latestReceivedPackets, viewerId, toIso(now))),
    ...(await tx.run(latestNamedSentPackets, viewerId)),
    ...(await tx.run(latestNamedReceivedPackets, viewerId, toIso(now))),
  ]
}

function placeOf({ now, from }: PacketPage): [now: string, before: string, beforeId: string] {
  return [toIso(now), from ? toIso(from.at) : 'infinity', from?.id ?? '']
}
