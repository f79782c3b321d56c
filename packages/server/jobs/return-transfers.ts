/** Send back the transfers that were not accepted in time. */

import type { Db } from '../db/db.ts'
import { dueToReturn, returnTransfer } from '../transfers/return.ts'
import { sweepDue } from './sweep.ts'

/** Send back what is due. Gives how many were done. */
export function returnTransfers(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToReturn, limit, returnTransfer)
}
