/** End the return requests that nobody has answered by their last day. */

import type { Db } from '../db/db.ts'
import { dueUnanswered, endIfUnanswered } from '../returns/answer-request.ts'
import { sweepDue } from './sweep.ts'

/** End what is due. Gives how many were ended. */
export function endReturnRequests(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueUnanswered, limit, endIfUnanswered)
}
