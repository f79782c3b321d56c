/** What has moved for one packet or transfer, by its postings: what was paid in, went to others, and came back. */

import type { Tx } from '../db/db.ts'
import { sumSource, type SourceSums } from './ledger.sql.ts'

export type { SourceSums } from './ledger.sql.ts'

/** The sums of a source's postings; `payerOwnerId` is the owner of the wallet that paid and is paid back. */
export async function sumsOfSource(tx: Tx, sourceId: string, payerOwnerId: string): Promise<SourceSums> {
  return (await tx.one(sumSource, sourceId, payerOwnerId))!
}
