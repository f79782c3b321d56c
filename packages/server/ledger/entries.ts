/** A wallet's statement, in the wallet's own numbered order. */

import { defaultCurrency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readEntries, type EntryRow } from './ledger.sql.ts'

export type { EntryRow } from './ledger.sql.ts'

const beyondAllEntries = 9_223_372_036_854_775_807n

/**
 * A page of a wallet's statement, newest first, from below an entry number. Entries are numbered under the wallet's
 * lock, so whatever commits late has a higher number than all that was read: no page ever skips one.
 */
export function pageOfEntries(
  tx: Tx,
  memberId: string,
  below: bigint | undefined,
  limit: number,
): Promise<EntryRow[]> {
  return tx.run(readEntries, memberId, defaultCurrency, below ?? beyondAllEntries, limit)
}
