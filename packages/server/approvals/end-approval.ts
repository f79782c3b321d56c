/** The end of an approval, written with the end of the wait it is for, whoever ends that. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { isActive } from '@laisee/core/organisation.ts'
import type { Tx } from '../db/db.ts'
import { peopleOf, type People } from '../organisations/standing.ts'
import { decideApproval, readApproval, type ApprovalRow } from './approvals.sql.ts'

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

type Heard = Pick<ApprovalRow, 'organisationId' | 'askedIds' | 'copyIds'>

/** Who was asked or looks on, and is still told of it: whoever has left the organisation since then is told nothing more. */
export function stillTold({ organisationId, askedIds, copyIds }: Heard, people: People): string[] {
  const all = [...askedIds, ...copyIds]
  return organisationId === null ? all : all.filter((id) => isActive(people.get(id)))
}

/** The same, with the organisation's people as they are now. */
export async function readStillTold(tx: Tx, row: Heard): Promise<string[]> {
  return stillTold(row, row.organisationId === null ? new Map() : await peopleOf(tx, row.organisationId))
}

/** Who is told that a send which waited is taken back, and what it says: nothing where nobody was asked. */
export async function askedBefore(
  tx: Tx,
  send: { id: string; state: string },
): Promise<{ to: readonly string[]; data: { asked?: readonly string[]; organisationId?: string | null } }> {
  const row = send.state === 'approving' ? await tx.one(readApproval, send.id) : undefined
  if (!row) return { to: [], data: {} }
  const { askedIds, organisationId } = row
  return { to: await readStillTold(tx, row), data: { asked: askedIds, organisationId } }
}
