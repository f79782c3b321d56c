/**
 * Quiet hours: the part of a member's day, by the clock on their wall, in which a notice is shown and not rung. They may
 * run over midnight. Where a clock is put forward or back they follow it, for they are read off the wall and never added
 * to a moment.
 */

import type { Instant } from './instant.ts'
import { refuseField } from './field.ts'
import type { Refusal } from './refusals.ts'

export interface QuietHours {
  /** `HH:MM`, the first quiet minute; null where no hour is quiet. */
  quietFrom: string | null
  /** `HH:MM`, the first minute that is not quiet any more; null where `quietFrom` is. */
  quietUntil: string | null
}

/**
 * None until a member asks: news about their money is never silenced on their behalf, and a phone has a night of its own.
 */
export const quietDefault: QuietHours = { quietFrom: null, quietUntil: null }

/** What a screen proposes to whoever turns quiet hours on. */
export const quietProposed = { quietFrom: '22:30', quietUntil: '07:30' } as const

/** The pattern of a time of day, for the API's schemas. */
export const wallTimePattern = '^([01][0-9]|2[0-3]):[0-5][0-9]$'

const wallTime = new RegExp(wallTimePattern)

/** Quiet hours as they are kept: both ends or neither, and not the same minute. The field at fault is told. */
export function decideQuietHours({ quietFrom, quietUntil }: QuietHours): QuietHours | Refusal {
  for (const [field, text] of Object.entries({ quietFrom, quietUntil }))
    if (text !== null && !wallTime.test(text))
      return refuseField(field, 'must be a time of day such as 22:30, or null')
  if ((quietFrom === null) !== (quietUntil === null))
    return refuseField(
      quietFrom === null ? 'quietFrom' : 'quietUntil',
      'must be set where the other end of the quiet hours is, and null where that is',
    )
  if (quietFrom !== null && quietFrom === quietUntil)
    return refuseField('quietUntil', 'must be another time than quietFrom')
  return { quietFrom, quietUntil }
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = wallClocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
    wallClocks.set(timeZone, clock)
  }
  return clock
}

/** Whether a moment is in quiet hours, by the wall clock of a time zone. The first minute is quiet, the last is not. */
export function isQuietAt(at: Instant, hours: QuietHours & { timeZone: string }): boolean {
  const { quietFrom: from, quietUntil: until } = hours
  if (from === null || until === null) return false
  const time = wallClockIn(hours.timeZone).format(at)
  return from < until ? from <= time && time < until : from <= time || time < until
}
