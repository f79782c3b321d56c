/** The ledger's postings of the case: the payer sees all of them, anyone else those that are theirs. */

import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../../db/db.ts'
import { postingsOf, type PostingRow } from '../../ledger/postings.ts'
import { sourcesOf, type Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readPostingsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const { sourceId, isPayer, memberId } = about
  const postings: object[] = []
  for (const source of sourcesOf(about)) {
    const all = await postingsOf(tx, source)
    // Of a request or of instalments both sides know every posting.
    const seen = isPayer || source !== sourceId ? all : all.filter((posting) => isOf(posting, memberId))
    postings.push(...seen.map((posting) => ({ source, ...postingJson(posting) })))
  }
  return postings.length === 0 ? undefined : { data: { postings } }
}

function isOf({ fromOwnerId, toOwnerId }: PostingRow, memberId: string): boolean {
  return fromOwnerId === memberId || toOwnerId === memberId
}

function postingJson({ postingNo, fromOwnerId, fromKind, toOwnerId, toKind, ...rest }: PostingRow) {
  return {
    no: Number(postingNo),
    from: { ownerId: fromOwnerId, account: fromKind },
    to: { ownerId: toOwnerId, account: toKind },
    currency: rest.currency,
    amount: amountToJson(rest.amount),
    reason: rest.reason,
    at: toIso(rest.at),
  }
}
