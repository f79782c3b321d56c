/**
 * What becomes of sends that wait for the word of somebody whose link is ended. Where somebody else could still give
 * it, they wait on; where nobody could, they are rejected in the same moment, and the money goes back.
 */

import { isForsaken } from '@laisee/core/family-approval.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { lockLink } from '../families/pay-from-allowance.ts'
import { decideApproval, familyApprovals, readApproval } from './approvals.sql.ts'
import { openFile } from './file.ts'
import { waitingSend } from './waiting-send.ts'

/** Whose send, and whose word it waits for. */
export interface Asked {
  senderId: string
  askedId: string
}

/**
 * Lock what waits for this member's word, and the allowances that pay it: before the link that is about to end, as the
 * lock order has it.
 */
export async function lockAsked(tx: Tx, { senderId, askedId }: Asked): Promise<void> {
  const families = new Set<string>()
  for (const { sendId } of await tx.run(familyApprovals, senderId, askedId)) {
    const send = await waitingSend(tx, sendId, 'lock')
    if (send?.send.row.familyId) families.add(send.send.row.familyId)
  }
  for (const id of [...families].sort()) await lockLink(tx, id)
}

/**
 * Reject what nobody could approve any more, now that a link is ended under its lock. Read anew: a send that was made
 * in between waits for that lock, and is seen here.
 */
export async function rejectForsaken(tx: Tx, { senderId, askedId }: Asked, endedBy: string): Promise<void> {
  for (const { sendId } of await tx.run(familyApprovals, senderId, askedId)) {
    const send = await waitingSend(tx, sendId, 'lock')
    const row = await tx.one(readApproval, sendId)
    if (!send || !row || row.outcome !== null) continue
    const now = await tx.now(send.changedAt)
    if (send.stateAt(now) !== 'approving') continue
    const { file, roster } = await openFile(tx, row, send, now)
    if (!isForsaken(file, roster)) continue
    await tx.run(decideApproval, sendId, 'forsaken', toIso(now))
    await send.reject(tx, { at: now, by: endedBy, note: null, now, forsaken: true }, row.askedIds)
  }
}
