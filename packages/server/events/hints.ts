/** "There may be new events": said in this process after a commit, so that its streams need not wait for their poll. */

import { hint } from '../hints.ts'

/** Say that a transaction with events has committed. */
export function hintCommit(): void {
  hint('events')
}
