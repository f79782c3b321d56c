/** Facts of many packets at once, for a page of events that tell of them, or of sends. */

import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import {
  packetsClaimedBy,
  readPackets,
  readRecipientsOfEach,
  readSentAt,
  type PacketRow,
} from './packets.sql.ts'

/** When each of these packets was sent; those that are not there are left out. */
export async function sentAtOfEach(tx: Tx, packetIds: readonly string[]): Promise<Map<string, Instant>> {
  if (packetIds.length === 0) return new Map()
  const rows = await tx.run(readSentAt, [...new Set(packetIds)])
  return new Map(rows.map(({ id, sentAt }) => [id, sentAt]))
}

/** Those of these packets of which the member has a share. */
export async function claimedAmong(
  tx: Tx,
  packetIds: readonly string[],
  memberId: string,
): Promise<Set<string>> {
  if (packetIds.length === 0) return new Set()
  const rows = await tx.run(packetsClaimedBy, [...new Set(packetIds)], memberId)
  return new Set(rows.map(({ packetId }) => packetId))
}

/** These packets as they stand, by id. Whether the reader may see them is for the caller to have asked. */
export async function packetsById(tx: Tx, packetIds: readonly string[]): Promise<Map<string, PacketRow>> {
  if (packetIds.length === 0) return new Map()
  return new Map((await tx.run(readPackets, [...new Set(packetIds)])).map((row) => [row.id, row]))
}

/** Whom each of these packets for several names. */
export async function recipientsOfEach(tx: Tx, packetIds: readonly string[]): Promise<Map<string, string[]>> {
  if (packetIds.length === 0) return new Map()
  const rows = await tx.run(readRecipientsOfEach, [...new Set(packetIds)])
  const byPacket = Map.groupBy(rows, ({ packetId }) => packetId)
  return new Map([...byPacket].map(([id, named]) => [id, named.map(({ memberId }) => memberId)]))
}
