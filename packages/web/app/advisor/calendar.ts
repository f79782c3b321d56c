/** Deadlines as a calendar file (RFC 5545). Loaded when somebody asks for one; made on the device. */

import { createEvents, type EventAttributes } from 'ics'
import type { Deadline } from './deadlines.ts'

const two = (day: string): [number, number, number] => {
  const [year, month, date] = day.split('-').map(Number)
  return [year!, month!, date!]
}

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

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
      start: two(day),
      end: two(nextDay(day)),
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
  const { error, value } = createEvents(deadlines.map(eventOf), { productId: 'laisee', calName: name })
  if (error !== null || value === null) throw error ?? new Error('the calendar is empty')
  return value
}
