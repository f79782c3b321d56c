/**
 * The end of a hold: by itself, which the payer is told, or early, by the payer. Verbs that find it due tell it first,
 * so that none waits for the sweep.
 */

import { decideEndTransferHold } from '@laisee/core/end-hold.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { transferHoldEndDue } from '@laisee/core/transfer.ts'
import type { Reader, Tx } from '../db/db.ts'
import { writeDue, writeHoldEnd } from './change.ts'
import { lockForDuty, lockWhole, type TransferVerbAsk } from './lock.ts'
import { isoOrNull } from './told.ts'
import { endTransferHold, transfersToEndHold, type TransferRow } from './transfers.sql.ts'

/**
 * End the hold of a transfer. Refuses with its fate, `not_held`, or `hold_not_over_yet` before its payer may. Delivery
 * and all that counts from it come forward by what was left of the hold; with one half of a ladder, for both.
 */
export async function endHoldOfTransfer(tx: Tx, ask: TransferVerbAsk): Promise<TransferRow> {
  const { transfer, other, now } = await lockWhole(tx, ask.transferId)
  const ended = await endHold(tx, transfer, ask.memberId, now)
  if (other) await endHold(tx, other, ask.memberId, now)
  return ended
}

async function endHold(tx: Tx, transfer: TransferRow, memberId: string, now: Instant): Promise<TransferRow> {
  const times = orThrow(decideEndTransferHold(transfer, memberId, now))
  const { heldUntil, deliverAt, acceptBy, arriveAt } = times
  await tx.run(
    endTransferHold,
    transfer.id,
    toIso(heldUntil),
    toIso(deliverAt),
    isoOrNull(acceptBy),
    isoOrNull(arriveAt),
    acceptBy === null ? null : toIso(expiringAt(deliverAt, acceptBy)),
  )
  return await writeHoldEnd(tx, { ...transfer, ...times }, now)
}

/** Lock a transfer whose hold looked over, decide again, and tell its payer. Tells whether it did. */
export async function endHoldIfDue(tx: Tx, transferId: string): Promise<boolean> {
  const locked = await lockForDuty(tx, transferId)
  if (!locked || !transferHoldEndDue(locked.transfer, locked.now)) return false
  await writeDue(tx, locked.transfer, locked.now)
  return true
}

/** The ids of transfers whose hold is over at a moment, in the order they fell due; read without a lock. */
export async function dueToEndHold(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(transfersToEndHold, toIso(now), limit)).map((row) => row.id)
}
