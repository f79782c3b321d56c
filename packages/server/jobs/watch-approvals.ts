/** What the clock does to sends that wait for approval: remind, pass on, and reject what nobody approved in time. */

import {
  dueToPassOn,
  dueToRemind,
  dueToTimeOut,
  passOnIfDue,
  remindIfDue,
  timeOutIfDue,
} from '../approvals/clock.ts'
import type { Db } from '../db/db.ts'
import { sweepDue } from './sweep.ts'

/** Reject what nobody approved in time. Gives how many. */
export function timeOutApprovals(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToTimeOut, limit, timeOutIfDue)
}

/** Remind those who are asked, once, at half the time. Gives how many approvals. */
export function remindOfApprovals(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToRemind, limit, remindIfDue)
}

/** Tell administrators of what is theirs to decide now. Gives how many approvals. */
export function passOnApprovals(db: Db, limit = 500): Promise<number> {
  return sweepDue(db, dueToPassOn, limit, passOnIfDue)
}
