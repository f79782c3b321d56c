/** Deadlines as a calendar file (RFC 5545): a whole day for a day of the law, a quarter of an hour for a moment. */

import { createEvents, type EventAttributes } from 'ics'
import { addDays, type ChinaDate } from '../law/china-date.ts'
import type { Deadline } from '../words/advisor/deadlines.ts'

const parts = (day: ChinaDate): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

const before = (description: string, duration: { days?: number; hours?: number }) => ({
  action: 'display' as const,
  description,
  trigger: { ...duration, before: true },
})

function eventOf({ uid, title, says, at, day }: Deadline): EventAttributes {
  const entry = { uid, title, description: says, busyStatus: 'FREE' as const, productId: 'laisee' }
  if (day !== null)
    return {
      ...entry,
      start: parts(day),
      end: parts(addDays(day, 1)),
      alarms: [before(title, { days: 7 }), before(title, { days: 1 })],
    }
  return {
    ...entry,
    start: at,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: 15 },
    alarms: [before(title, { hours: 1 })],
  }
}

/** The file's text. Throws where there is no deadline to write. */
export function calendarText(deadlines: readonly Deadline[], name: string): string {
  if (deadlines.length === 0) throw new Error('there is no deadline to write')
  const { error, value } = createEvents(deadlines.map(eventOf), { productId: 'laisee', calName: name })
  if (value === undefined || value === null) throw error ?? new Error('the calendar is empty')
  return value
}
