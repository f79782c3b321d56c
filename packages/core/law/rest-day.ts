/** Whether a day is a statutory day off (法定休假日): what moves the last day of a period. Honest about unknown years. */

import { addDays, weekdayOf, type ChinaDate } from './china-date.ts'
import { holidays, holidaysKnownUntil } from './holidays.ts'

export type RestDay = 'rest' | 'work' | 'unknown_year'

function expand(written: string, year: number): ChinaDate[] {
  return written.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('/')
    const days: ChinaDate[] = []
    for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) days.push(day)
    return days
  })
}

const rest = new Set<ChinaDate>()
const work = new Set<ChinaDate>()
for (const [year, days] of Object.entries(holidays)) {
  for (const day of expand(days.rest, Number(year))) rest.add(day)
  for (const day of expand(days.work, Number(year))) work.add(day)
}

/** The years whose notice is here. */
export const holidayYears: readonly number[] = Object.keys(holidays).map(Number)

/** Is nobody at work in court that day? `unknown_year` where no notice says; a weekend is one until a notice says no. */
export function restDay(date: ChinaDate): RestDay {
  const known = date <= holidaysKnownUntil && Object.hasOwn(holidays, Number(date.slice(0, 4)))
  if (!known) return 'unknown_year'
  if (work.has(date)) return 'work'
  const weekday = weekdayOf(date)
  return rest.has(date) || weekday === 0 || weekday === 6 ? 'rest' : 'work'
}
