/** Whose wallets are frozen. */

import { defaultCurrency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readFrozen } from './credits.sql.ts'

/** Those of these members whose wallets are frozen. */
export async function frozenAmong(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.run(readFrozen, [...memberIds], defaultCurrency)
  return new Set(rows.map(({ ownerId }) => ownerId))
}
