/** The postings of one packet, transfer or other source, as they were written: for whoever accounts for it to others. */

import type { Tx } from '../db/db.ts'
import { readPostings, type PostingRow } from './postings.sql.ts'

export type { PostingRow } from './postings.sql.ts'

const postingsMax = 10_000

/** A source's postings in order, ten thousand at most. Who may see them is for the caller to have asked. */
export function postingsOf(tx: Tx, sourceId: string): Promise<PostingRow[]> {
  return tx.run(readPostings, sourceId, postingsMax)
}
