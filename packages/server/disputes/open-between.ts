/** Whether two have an open dispute about money of theirs: the one does not freeze or free what the other has meanwhile. */

import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { openDisputesOf } from './open-disputes.sql.ts'
import { isPartyTo, isSide, purseOf } from './parties.ts'

/**
 * Whether a member has part in an open dispute with the owner of a wallet or packet: the owner is a side and the member
 * is the other, or sent, paid for or received of it; or the member is a side, and the owner is whose purse paid.
 */
export async function hasOpenDisputeWith(
  tx: Tx,
  { ownerId, memberId }: { ownerId: string; memberId: string },
  now: Instant,
): Promise<boolean> {
  const owners = isIdOf('member', ownerId) ? [ownerId] : []
  const open = await tx.run(openDisputesOf, [...owners, memberId], toIso(now))
  if (open.some((one) => isSide(one, ownerId) && isSide(one, memberId))) return true
  for (const one of open) {
    const isBetween = isSide(one, ownerId)
      ? await isPartyTo(tx, one, memberId)
      : (await purseOf(tx, one.sourceId)) === ownerId
    if (isBetween) return true
  }
  return false
}
