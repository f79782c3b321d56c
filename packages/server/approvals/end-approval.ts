/** The end of an approval, written with the end of the wait it is for, whoever ends that. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { decideApproval, readApproval } from './approvals.sql.ts'

/** A send no longer waits, or still does. Time running out has been written by the duty before. */
export async function endApproval(
  tx: Tx,
  sendId: string,
  { state, at }: { state: string; at: Instant },
): Promise<void> {
  if (state === 'approving') return
  const outcome = state === 'undone' || state === 'rejected' ? state : 'approved'
  await tx.run(decideApproval, sendId, outcome, toIso(at))
}

/** Who is told that a send which waited is taken back, and what it says: nothing where nobody was asked. */
export async function askedBefore(
  tx: Tx,
  send: { id: string; state: string },
): Promise<{ to: readonly string[]; data: { asked?: readonly string[]; organisationId?: string | null } }> {
  const row = send.state === 'approving' ? await tx.one(readApproval, send.id) : undefined
  if (!row) return { to: [], data: {} }
  const { askedIds, copyIds, organisationId } = row
  return { to: [...askedIds, ...copyIds], data: { asked: askedIds, organisationId } }
}
