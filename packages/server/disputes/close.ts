/** Closing what nobody appealed against in time. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Reader, Tx } from '../db/db.ts'
import { addFact } from './add-fact.ts'
import { disputesToClose } from './disputes.sql.ts'
import { lockDispute } from './lock.ts'

/** Decided disputes whose time to appeal is over, in that order; read without a lock. */
export async function dueToClose(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(disputesToClose, toIso(now), limit)).map((row) => row.id)
}

/** Write down that a dispute is closed. Tells whether it did. */
export async function closeIfDue(tx: Tx, disputeId: string): Promise<boolean> {
  const locked = await lockDispute(tx, disputeId)
  const { dispute, standing } = locked
  if (dispute.state !== 'decided' || standing.state !== 'closed') return false
  await addFact(tx, locked, { kind: 'closed', by: 'clock' })
  return true
}
