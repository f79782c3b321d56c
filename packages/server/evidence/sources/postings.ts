/** The ledger's postings of the case: the payer sees all of them, anyone else those that are theirs. */

import { isIdOf } from '@laisee/core/ids.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../../db/db.ts'
import { postingsOf, type PostingRow } from '../../ledger/postings.ts'
import { sourcesOf, type Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readPostingsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const postings: object[] = []
  for (const source of sourcesOf(about)) {
    const all = await postingsOf(tx, source)
    // Of what came of it both sides know every posting.
    const seen = source === about.sourceId ? all.filter((posting) => isSeen(posting, about)) : all
    postings.push(...seen.map((posting) => ({ source, ...postingJson(posting) })))
  }
  return postings.length === 0 ? undefined : { data: { postings } }
}

/** The payer sees every posting, and of a case between two those that gave somebody else a share are left out. */
function isSeen({ fromOwnerId, toOwnerId }: PostingRow, about: Case): boolean {
  const { isPayer, memberId, between, payerId, sourceId } = about
  if (!isPayer) return fromOwnerId === memberId || toOwnerId === memberId
  const isShare = fromOwnerId === sourceId && isIdOf('member', toOwnerId) && toOwnerId !== payerId
  return !isShare || (between?.includes(toOwnerId) ?? true)
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
