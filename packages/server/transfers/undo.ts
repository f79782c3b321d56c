/** Undo: within the window the payer takes the money back, and the payee never hears of it. */

import { orThrow } from '@laisee/core/refusals.ts'
import { decideUndoTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Tx } from '../db/db.ts'
import { writeEnd } from './change.ts'
import { lockForVerb, type LockedTransfer, type TransferVerbAsk } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'

/**
 * Undo a transfer before `deliverAt`. A second undo is told who undid it and when. A caller that holds the transfer
 * already gives it with the moment it was judged at.
 */
export async function undoTransfer(
  tx: Tx,
  ask: TransferVerbAsk,
  locked?: LockedTransfer,
): Promise<TransferRow> {
  const { transfer, now } = locked ?? (await lockForVerb(tx, ask.transferId))
  orThrow(decideUndoTransfer(transfer, ask.memberId, now))
  return await writeEnd(tx, transfer, { state: 'undone', at: now, by: ask.memberId, reason: null }, now)
}
