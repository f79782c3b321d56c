/**
 * When a period of law ends: the first day is not counted (民法典 201), months and years end on the day of the same number
 * or the month's last (202), and a last day that is a day off moves to the next working day (203, 民事诉讼法 85).
 */

import { addDays, addMonths, addYears, chinaDateOf, endOfChinaDate, type ChinaDate } from './china-date.ts'
import type { Instant } from '../instant.ts'
import { restDay } from './rest-day.ts'

export type PeriodLength = { days: number } | { months: number } | { years: number }

export interface PeriodEnd {
  /** The day it starts from, which is not counted. */
  startsOn: ChinaDate
  /** The last day by counting alone. Whoever acts by this day is never late. */
  countedLastDay: ChinaDate
  /** The last day once days off have moved it. */
  lastDay: ChinaDate
  /** Why the two may differ; `unknown_year` where no notice of that year's holidays is known: the counted day stands. */
  moved: 'no' | 'rest_day' | 'unknown_year'
  /** The last moment of `lastDay` in China. A court's counter closes earlier (203 II). */
  endsAt: Instant
}

function counted(from: ChinaDate, length: PeriodLength): ChinaDate {
  if ('days' in length) return addDays(from, length.days)
  return 'months' in length ? addMonths(from, length.months) : addYears(from, length.years)
}

/** When a period that begins at a moment ends. */
export function periodEnd(start: Instant, length: PeriodLength): PeriodEnd {
  return periodEndOf(chinaDateOf(start), length)
}

/** When a period that begins on a day in China ends. */
export function periodEndOf(startsOn: ChinaDate, length: PeriodLength): PeriodEnd {
  const countedLastDay = counted(startsOn, length)
  let lastDay = countedLastDay
  while (restDay(lastDay) === 'rest') lastDay = addDays(lastDay, 1)
  const unknown = restDay(lastDay) === 'unknown_year'
  if (unknown) lastDay = countedLastDay
  const moved = unknown ? 'unknown_year' : lastDay === countedLastDay ? 'no' : 'rest_day'
  return { startsOn, countedLastDay, lastDay, moved, endsAt: endOfChinaDate(lastDay) }
}
