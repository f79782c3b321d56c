/** Who paid: by the ids of transfers. */

import type { Tx } from '../db/db.ts'
import { readTransferPayers } from './payers.sql.ts'

/** The payers of these transfers, by id. */
export async function payersOfTransfers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await tx.run(readTransferPayers, [...ids])).map(({ id, payerId }) => [id, payerId]))
}
