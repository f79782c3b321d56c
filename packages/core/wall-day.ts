/**
 * The calendar day and month of a time zone, as moments: where they begin and where the next begins. Days are as long
 * as the zone makes them: 23 hours where a clock is put forward, 25 where it is put back, and a day whose midnight is
 * skipped begins at the first moment that has its date.
 */

import { dayMs, hourMs, type Instant } from './instant.ts'

/** From the first moment up to, not including, the last. */
export interface Period {
  startsAt: Instant
  endsAt: Instant
}

/** The day and the month that hold one moment. */
export interface Periods {
  day: Period
  month: Period
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarIn(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone)
  if (!calendar) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    calendar = new Intl.DateTimeFormat('en-GB', { ...parts, calendar: 'gregory', timeZone })
    calendars.set(timeZone, calendar)
  }
  return calendar
}

/** A date as a number that grows with the calendar: 20261122. */
function dateAt(timeZone: string, at: Instant): number {
  const [day, month, year] = calendarIn(timeZone).format(at).split('/').map(Number)
  return year! * 10_000 + month! * 100 + day!
}

/** The first moment that has this date or a later one. No zone is further than a day from UTC. */
function startOf(timeZone: string, year: number, month: number, day: number): Instant {
  const about = Date.UTC(year, month - 1, day)
  const date = dateOf(about)
  let before = about - dayMs - 2 * hourMs
  let after = about + dayMs + 2 * hourMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dateAt(timeZone, middle) >= date) after = middle
    else before = middle
  }
  return after
}

function dateOf(utc: Instant): number {
  const date = new Date(utc)
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

/** The last answer of each zone: most of what is asked falls into the same day. */
const latest = new Map<string, Periods>()

/** The day and month of a zone that hold a moment. */
export function periodsAt(timeZone: string, at: Instant): Periods {
  const known = latest.get(timeZone)
  if (known && known.day.startsAt <= at && at < known.day.endsAt) return known
  const date = dateAt(timeZone, at)
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100]
  const periods = {
    day: {
      startsAt: startOf(timeZone, year, month, day),
      endsAt: startOf(timeZone, year, month, day + 1),
    },
    month: { startsAt: startOf(timeZone, year, month, 1), endsAt: startOf(timeZone, year, month + 1, 1) },
  }
  latest.set(timeZone, periods)
  return periods
}
