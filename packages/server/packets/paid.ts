/** What a member has paid by packets: those that reached somebody or are on their way. What came back does not count. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { packetsPaidTo, packetsPaidToGroups, type PaidRow } from './paid.sql.ts'

/** Of direct and exclusive packets to each of these members: the last one, and how many. Members without one are left out. */
export async function paidByPackets(
  tx: Tx,
  payerId: string,
  memberIds: readonly string[],
): Promise<PaidRow[]> {
  return tx.run(packetsPaidTo, payerId, [...memberIds], toIso(await tx.now()))
}

/** When the payer last sent each of these groups a packet; a group without one is left out. */
export async function lastPaidToGroups(
  tx: Tx,
  payerId: string,
  groupIds: readonly string[],
): Promise<Map<string, Instant>> {
  const rows = await tx.run(packetsPaidToGroups, payerId, [...groupIds], toIso(await tx.now()))
  return new Map(rows.map((row) => [row.groupId, row.paidAt]))
}
