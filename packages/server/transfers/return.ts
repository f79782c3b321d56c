/** Return: what the payee has not accepted by `acceptBy` goes back to the payer, on that moment. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideReturn } from '@laisee/core/transfer-verbs.ts'
import type { Reader, Tx } from '../db/db.ts'
import { writeEnd } from './change.ts'
import { lockForDuty } from './lock.ts'
import { transfersToReturn } from './transfers.sql.ts'

/** Lock a transfer that looked due, decide again, and send it back. Tells whether it did. */
export async function returnTransfer(tx: Tx, transferId: string): Promise<boolean> {
  const locked = await lockForDuty(tx, transferId)
  if (!locked) return false
  const { transfer, now } = locked
  const end = decideReturn(transfer, now)
  if (!end) return false
  await writeEnd(tx, transfer, end, now)
  return true
}

/** The ids of transfers that are due to go back at a moment, in the order they fell due; read without a lock. */
export async function dueToReturn(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(transfersToReturn, toIso(now), limit)).map((row) => row.id)
}
