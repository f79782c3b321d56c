/** The right to recall an organisation's send, as a screen looks at it while time passes. Pure. */

import type { Packet, Transfer } from '../data/queries.ts'

/** Whether the right has ended by this moment: what was offered under it is offered no more. */
export function isOverAt(right: Packet['recallRight'] | Transfer['recallRight'], nowMs: number): boolean {
  return right !== null && right.until !== null && Date.parse(right.until) <= nowMs
}
