/** What every word about an approval answers: the approval as it is then, or how the send has ended. */

import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { showApproval } from './show-approval.schemas.ts'
import type { OpenFile } from './file.ts'
import { seeApproval } from './list-approvals.ts'

/** An approval as it is after a verb: read anew, for the verb has changed it. */
export async function shownAfter(tx: Tx, { row }: OpenFile, memberId: string) {
  return showApproval(tx, await seeApproval(tx, row.sendId, memberId), memberId)
}

/** How a send that waits can have ended. */
export const approvalFates = [
  'already_approved',
  'already_rejected',
  'already_undone',
  'already_recalled',
  'already_declined',
  'already_expired',
  'already_claimed_out',
  'already_arrived',
  'already_returned',
  'not_approving',
] as const satisfies readonly RefusalCode[]
