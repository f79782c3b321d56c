/** Pay out the transfers whose moment of arrival has come. */

import type { Db } from '../db/db.ts'
import { dueToArrive, arriveTransfer } from '../transfers/arrive.ts'
import { sweepDue } from './sweep.ts'

/** Pay out what is due. Gives how many were done. */
export function arriveTransfers(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToArrive, limit, arriveTransfer)
}
