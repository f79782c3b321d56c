/** Who paid: by the ids of packets. */

import type { Tx } from '../db/db.ts'
import { readPacketPayers } from './payers.sql.ts'

/** The payers of these packets, by id. */
export async function payersOfPackets(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await tx.run(readPacketPayers, [...ids])).map(({ id, payerId }) => [id, payerId]))
}
