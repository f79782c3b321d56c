/** A transfer that waits for approval, as approvals handle it: let go, rejected, or told of while it waits. */

import { transferMomentsAfter } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { endApproval } from '../approvals/end-approval.ts'
import { isoOrNull, writeEnd, writeEvents, type TransferEvent } from './change.ts'
import { approveTransfer, lockTransfer, readTransfer, type TransferRow } from './transfers.sql.ts'

export type { TransferRow } from './transfers.sql.ts'

/** A transfer under lock; undefined where there is none. */
export function lockWaitingTransfer(tx: Tx, transferId: string): Promise<TransferRow | undefined> {
  return tx.one(lockTransfer, transferId)
}

/** A transfer as it stands, without a lock: to show. */
export function readWaitingTransfer(tx: Tx, transferId: string): Promise<TransferRow | undefined> {
  return tx.one(readTransfer, transferId)
}

/** Let a transfer go that was approved: its hold or its undo window begins now. */
export async function letTransferGo(
  tx: Tx,
  transfer: TransferRow,
  now: Instant,
  eventsOf: (transfer: TransferRow) => readonly TransferEvent[],
): Promise<TransferRow> {
  const moments = transferMomentsAfter(transfer, now)
  const { heldUntil, heldReleaseFrom, deliverAt, acceptBy, arriveAt } = moments
  await tx.run(
    approveTransfer,
    transfer.id,
    isoOrNull(heldUntil),
    isoOrNull(heldReleaseFrom),
    toIso(deliverAt),
    isoOrNull(acceptBy),
    isoOrNull(arriveAt),
    acceptBy === null ? null : toIso(expiringAt(deliverAt, acceptBy)),
  )
  await endApproval(tx, transfer.id, { state: 'undo', at: now })
  const gone: TransferRow = { ...transfer, ...moments, state: heldUntil === null ? 'undo' : 'held' }
  return writeEvents(tx, gone, now, eventsOf(gone))
}

/** Reject a transfer: all of its money goes back to where it came from. `by` and `note` are null for the clock. */
export function rejectTransfer(
  tx: Tx,
  transfer: TransferRow,
  end: { at: Instant; by: string | null; note: string | null; now: Instant; forsaken?: boolean },
  toldTo: readonly string[],
): Promise<TransferRow> {
  const { at, by, note, now, forsaken } = end
  return writeEnd(tx, transfer, { state: 'rejected', at, by, reason: null }, now, {
    to: toldTo,
    data: { note, ...(forsaken && { forsaken }) },
  })
}
