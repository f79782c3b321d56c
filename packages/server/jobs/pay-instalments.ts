/** Pay the instalments whose day it is and to which their debtor has consented, and find those that were missed. */

import type { Db } from '../db/db.ts'
import { dueInstalments, payIfDue } from '../instalments/pay-parts.ts'
import { sweepDue } from './sweep.ts'

/** Do what is due. Gives how many parts were paid or missed. */
export function payInstalments(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueInstalments, limit, payIfDue)
}
