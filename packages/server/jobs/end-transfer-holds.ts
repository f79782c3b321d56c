/** Tell payers of the transfers whose hold is over: the undo window has begun. Packets are swept in packets/sweep.ts. */

import type { Db } from '../db/db.ts'
import { dueToEndHold, endHoldIfDue } from '../transfers/end-hold.ts'
import { sweepDue } from './sweep.ts'

/** Tell of what is due. Gives how many were told of. */
export function endTransferHolds(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToEndHold, limit, endHoldIfDue)
}
