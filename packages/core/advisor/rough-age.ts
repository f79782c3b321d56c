/** Moments as people say them: just now, yesterday, about a month ago. Pure. */

import { dayMs, hourMs, type Instant } from '../instant.ts'

const ages = {
  now: 0,
  hour: hourMs,
  hours: 4 * hourMs,
  yesterday: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
} as const

export type RoughAge = keyof typeof ages

/** The nearest first. */
export const roughAges = Object.keys(ages) as RoughAge[]

/** What is taken for a moment that was said roughly. No text may state it. */
export function momentOf(age: RoughAge, now: Instant): Instant {
  return now - ages[age]
}
