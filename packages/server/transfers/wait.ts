/** A transfer that waits for approval, as approvals handle it: let go, rejected, or told of while it waits. */

import { transferMomentsAfter } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { endApproval } from '../approvals/end-approval.ts'
import { writeEnd, writeEvents, type TransferEvent } from './change.ts'
import { isoOrNull } from './told.ts'
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

/** The rest of a ladder whose first part is locked: it waits, goes and ends with it. Its id is the higher one. */
function lockOther(tx: Tx, { ladderOtherId }: TransferRow): Promise<TransferRow | undefined> {
  return ladderOtherId === null ? Promise.resolve(undefined) : tx.one(lockTransfer, ladderOtherId)
}

/** Let a transfer go that was approved: its hold or its undo window begins now. So does that of a ladder's rest. */
export async function letTransferGo(
  tx: Tx,
  transfer: TransferRow,
  now: Instant,
  eventsOf: (transfer: TransferRow) => readonly TransferEvent[],
): Promise<TransferRow> {
  const other = await lockOther(tx, transfer)
  const gone = await letGo(tx, transfer, now, eventsOf)
  if (other) await letGo(tx, other, now, () => [])
  return gone
}

async function letGo(
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

/**
 * Reject a transfer, and with it the rest of a ladder: all of the money goes back to where it came from. `by` and `note`
 * are null for the clock.
 */
export async function rejectTransfer(
  tx: Tx,
  transfer: TransferRow,
  end: { at: Instant; by: string | null; note: string | null; now: Instant; forsaken?: boolean },
  toldTo: readonly string[],
): Promise<TransferRow> {
  const { at, by, note, now, forsaken } = end
  const data = { note, ...(forsaken && { forsaken }) }
  const other = await lockOther(tx, transfer)
  const rejected = { state: 'rejected', at, by, reason: null } as const
  const ended = await writeEnd(tx, transfer, rejected, now, { to: toldTo, data })
  if (other) await writeEnd(tx, other, rejected, now, { data })
  return ended
}
