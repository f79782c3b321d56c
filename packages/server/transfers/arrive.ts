/**
 * Arrival: from `arriveAt` the money is the payee's, also where their wallet is frozen. The moment counts, not the
 * sweep: whoever asks after it is refused `already_arrived`, and the sweep that comes later writes that moment down.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideArrive } from '@laisee/core/transfer-verbs.ts'
import type { Reader, Tx } from '../db/db.ts'
import { writeEnd } from './change.ts'
import { lockForDuty } from './lock.ts'
import { transfersToArrive, type TransferRow } from './transfers.sql.ts'

/** Pay a locked transfer out where that is due; undefined where it is not. */
export async function arriveIfDue(
  tx: Tx,
  transfer: TransferRow,
  now: Instant,
): Promise<TransferRow | undefined> {
  const end = decideArrive(transfer, now)
  return end && (await writeEnd(tx, transfer, end, now))
}

/** Lock a transfer that looked due, decide again, and pay it out. Tells whether it did. */
export async function arriveTransfer(tx: Tx, transferId: string): Promise<boolean> {
  const locked = await lockForDuty(tx, transferId)
  return locked !== undefined && (await arriveIfDue(tx, locked.transfer, locked.now)) !== undefined
}

/** The ids of transfers that are due to arrive at a moment, in the order they fell due; read without a lock. */
export async function dueToArrive(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(transfersToArrive, toIso(now), limit)).map((row) => row.id)
}
