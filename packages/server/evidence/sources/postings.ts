/** The ledger's postings of the case: the payer sees all of them, anyone else those that are theirs. */

import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../../db/db.ts'
import { postingsOf } from '../../ledger/postings.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readPostingsItem(
  tx: Tx,
  { sourceId, isPayer, memberId }: Case,
): Promise<Found | undefined> {
  const all = await postingsOf(tx, sourceId)
  const own = all.filter(({ fromOwnerId, toOwnerId }) => [fromOwnerId, toOwnerId].includes(memberId))
  const postings = isPayer ? all : own
  if (postings.length === 0) return undefined
  return {
    data: {
      sourceId,
      postings: postings.map(({ postingNo, fromOwnerId, fromKind, toOwnerId, toKind, ...rest }) => ({
        no: Number(postingNo),
        from: { ownerId: fromOwnerId, account: fromKind },
        to: { ownerId: toOwnerId, account: toKind },
        currency: rest.currency,
        amount: amountToJson(rest.amount),
        reason: rest.reason,
        at: toIso(rest.at),
      })),
    },
  }
}
