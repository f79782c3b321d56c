/** The hour on a member's own wall clock. */

import type { Instant } from '../instant.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** From 0 to 23, in an IANA time zone. */
export function localHourOf(at: Instant, timeZone: string): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone })
    clocks.set(timeZone, clock)
  }
  return Number(clock.format(at))
}
