/** Tell of transfers that go back soon unless they are accepted. */

import type { Db } from '../db/db.ts'
import { dueToTellExpiring, tellExpiring } from '../transfers/tell-expiring.ts'
import { sweepDue } from './sweep.ts'

/** Tell what is due. Gives how many were told of. */
export function tellExpiringTransfers(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToTellExpiring, limit, tellExpiring)
}
