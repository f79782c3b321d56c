/** Delivery: the undo window is over, and the payee is told. Verbs that find it due tell it first, so none waits for this. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { deliveryDue } from '@laisee/core/transfer.ts'
import type { Reader, Tx } from '../db/db.ts'
import { writeDue } from './change.ts'
import { lockForDuty } from './lock.ts'
import { transfersToDeliver } from './transfers.sql.ts'

/** Lock a transfer that looked due, decide again, and tell of its delivery. Tells whether it did. */
export async function deliverTransfer(tx: Tx, transferId: string): Promise<boolean> {
  const locked = await lockForDuty(tx, transferId)
  if (!locked || !deliveryDue(locked.transfer, locked.now)) return false
  await writeDue(tx, locked.transfer, locked.now)
  return true
}

/** The ids of transfers that are due for delivery at a moment, in the order they fell due; read without a lock. */
export async function dueToDeliver(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(transfersToDeliver, toIso(now), limit)).map((row) => row.id)
}
