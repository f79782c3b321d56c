/** Telling both sides, once, that a transfer goes back soon unless the payee accepts it. */

import { decideTellExpiringTransfer } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Reader, Tx } from '../db/db.ts'
import { writeExpiring } from './change.ts'
import { lockForDuty } from './lock.ts'
import { keepToldExpiring, transfersExpiring } from './transfers.sql.ts'

/** Lock a transfer that looked due, decide again, and tell. Tells whether it did. */
export async function tellExpiring(tx: Tx, transferId: string): Promise<boolean> {
  const locked = await lockForDuty(tx, transferId)
  if (!locked || !decideTellExpiringTransfer(locked.transfer, locked.now)) return false
  if (!(await tx.one(keepToldExpiring, transferId, toIso(locked.now)))) return false
  await writeExpiring(tx, locked.transfer, locked.now)
  return true
}

/** The ids of transfers that are due to be told of at a moment, in the order they fell due; read without a lock. */
export async function dueToTellExpiring(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(transfersExpiring, toIso(now), limit)).map((row) => row.id)
}
