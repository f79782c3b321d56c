/** Policies that were published for a moment to come: when it has come, that is told. */

import type { Db } from '../db/db.ts'
import { dueToTellInForce, tellInForceIfDue } from '../policies/tell-in-force.ts'
import { sweepDue } from './sweep.ts'

/** Tell of versions that hold since their moment came. Gives of how many. */
export function tellPoliciesInForce(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToTellInForce, limit, tellInForceIfDue)
}
