/** Close the disputes that nobody appealed against in time. */

import type { Db } from '../db/db.ts'
import { closeIfDue, dueToClose } from '../disputes/close.ts'
import { sweepDue } from './sweep.ts'

/** Close what is due. Gives how many were closed. */
export function closeDisputes(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToClose, limit, closeIfDue)
}
