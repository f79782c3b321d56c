/** Facts of many packets at once, for a page of events that tell of them. */

import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { packetsClaimedBy, readSentAt } from './packets.sql.ts'

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
