/** End the freezes whose time is over. */

import type { Db } from '../db/db.ts'
import { dueToRelease, releaseIfDue } from '../freezes/release.ts'
import { sweepDue } from './sweep.ts'

/** End what is due. Gives how many were ended. */
export function releaseFreezes(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToRelease, limit, releaseIfDue)
}
