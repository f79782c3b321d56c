/** Tell payees of the transfers whose undo window has ended. */

import type { Db } from '../db/db.ts'
import { dueToDeliver, deliverTransfer } from '../transfers/deliver.ts'
import { sweepDue } from './sweep.ts'

/** Deliver what is due. Gives how many were done. */
export function deliverTransfers(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToDeliver, limit, deliverTransfer)
}
