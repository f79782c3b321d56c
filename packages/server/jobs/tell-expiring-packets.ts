/** Tell of packets that are about to expire while something is left to claim. */

import type { Db } from '../db/db.ts'
import { dueToTellExpiring, tellExpiring } from '../packets/tell-expiring.ts'
import { sweepDue } from './sweep.ts'

/** Tell what is due. Gives how many were told of. */
export function tellExpiringPackets(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToTellExpiring, limit, tellExpiring)
}
