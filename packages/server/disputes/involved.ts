/** Who is too near to a dispute to work on it: those it is about, and whoever has one of their own with either side. */

import type { Tx } from '../db/db.ts'
import { hasOpenDisputeWith } from './open-between.ts'
import { isPartyTo } from './parties.ts'
import type { DisputeRow } from './read.ts'

/** Whether a member has to do with a dispute, or has an open one about other money with one of its sides. */
export async function isInvolvedIn(tx: Tx, dispute: DisputeRow, memberId: string): Promise<boolean> {
  if (await isPartyTo(tx, dispute, memberId)) return true
  const now = await tx.now(dispute.changedAt)
  for (const ownerId of [dispute.openerId, dispute.otherId])
    if (await hasOpenDisputeWith(tx, { ownerId, memberId }, now)) return true
  return false
}
