/** The days that the fifteenth crowd lives through. */

import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'

/** Monday, 28 December 2026, in Shanghai; twelve weeks to Sunday, 21 March 2027. */
const start = Date.UTC(2026, 11, 27, 16)
export const days = 84
export const newYearsDay = 4
/** The evening before the Spring Festival, 5 February. */
export const eve = 39
export const lanterns = 54
/** When the second term begins, 28 February. */
export const termDay = 62

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}
