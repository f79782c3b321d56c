/** Instalments that end because a decision sent money back out of what was frozen for it. */

import { staffWord } from '@laisee/core/dispute-actor.ts'
import { instalmentsLeft } from '@laisee/core/instalments.ts'
import type { Tx } from '../db/db.ts'
import { changeInstalments } from './change-instalments.ts'
import { openInstalmentsOf } from './instalments.sql.ts'
import { agreedParts, lockInstalments } from './lock-instalments.ts'

/**
 * End what was agreed for a share, if anything was: its parts no longer make what is left. What was paid stays paid, a
 * proposal that waits goes with it, and both are told. The caller holds the share's lock.
 */
export async function endByDecision(
  tx: Tx,
  { sourceId, debtorId, disputeId }: { sourceId: string; debtorId: string; disputeId: string },
): Promise<void> {
  const open = await tx.one(openInstalmentsOf, sourceId, debtorId)
  if (open?.state !== 'active') return
  const locked = await lockInstalments(tx, open.id)
  const { instalments, now } = locked
  const noProposal = { proposedVersion: null, proposedBy: null, proposedAt: null }
  const settled = { ...noProposal, state: 'settled', endedAt: now, endedBy: disputeId } as const
  const data = { disputeId, left: instalmentsLeft(instalments) }
  const told = { kind: 'instalments.settled', by: staffWord, data } as const
  await changeInstalments(tx, instalments, settled, agreedParts(locked), told, now)
}
