/** Undo: within the window the payer takes the money back. The payee never hears of it; whoever was asked to approve does. */

import { orThrow } from '@laisee/core/refusals.ts'
import { decideUndoTransfer } from '@laisee/core/transfer-verbs.ts'
import { askedBefore } from '../approvals/end-approval.ts'
import type { Tx } from '../db/db.ts'
import { writeEnd } from './change.ts'
import { lockWhole, type LockedTransfer, type TransferVerbAsk } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'

/**
 * Undo a transfer before `deliverAt`; with one half of a ladder the other. A second undo is told who undid it and when.
 * A caller that holds the transfer already gives it with the moment it was judged at.
 */
export async function undoTransfer(
  tx: Tx,
  ask: TransferVerbAsk,
  locked?: LockedTransfer,
): Promise<TransferRow> {
  const { transfer, other, now } = locked ?? (await lockWhole(tx, ask.transferId))
  const undo = async (half: TransferRow) => {
    orThrow(decideUndoTransfer(half, ask.memberId, now))
    const end = { state: 'undone', at: now, by: ask.memberId, reason: null } as const
    return await writeEnd(tx, half, end, now, await askedBefore(tx, half))
  }
  const undone = await undo(transfer)
  if (other) await undo(other)
  return undone
}
