/** Every deadline of a plan as a calendar file (RFC 5545): the clocks that run, then the steps with a day of their own. */

import { writeFile } from 'node:fs/promises'
import { createEvents, type EventAttributes } from 'ics'
import { dayMs } from '@laisee/core/instant.ts'
import { interviewWords } from '@laisee/core/words/advisor/interview-words.ts'
import type { SaidClock, SaidPlan } from '@laisee/core/words/advisor/said-plan.ts'

interface Entry {
  /** The same for the same deadline, so that a calendar replaces its entry. */
  uid: string
  title: string
  description: string
  at: number
  /** A whole day in China, where it is no moment. */
  day: string | null
}

/** Write it to a file that is not there yet. Throws where the file cannot be written. */
export async function writeCalendar(plan: SaidPlan, file: string): Promise<void> {
  const calName = interviewWords[plan.lang].calendar
  const { error, value } = createEvents(entriesOf(plan).map(eventOf), { productId: 'laisee', calName })
  if (value === undefined || value === null) throw error ?? new Error('the calendar is empty')
  try {
    await writeFile(file, value, { flag: 'wx' })
  } catch (reason) {
    throw new Error(`${file} cannot be written: ${(reason as Error).message}`, { cause: reason })
  }
}

/** What is over, or is now, needs no entry. */
function entriesOf(plan: SaidPlan): Entry[] {
  const now = Date.parse(plan.at)
  const isAhead = ({ code, endsAt }: SaidClock) =>
    endsAt !== null && Date.parse(endsAt) > now && code !== 'now' && code !== 'stop_payment'
  const listed = new Set(plan.clocks.map(({ code }) => code))
  const clocks = plan.clocks.filter(isAhead).map((clock): Entry => ({
    uid: `clock-${clock.code}@laisee`,
    title: clock.says,
    description: [clock.countedFrom, clock.movedSays, ...clock.basis.map(({ says }) => says)]
      .filter((line) => line !== null)
      .join('\n'),
    at: Date.parse(clock.endsAt!),
    day: clock.lastDay,
  }))
  const steps = plan.steps.filter(({ by }) => isAhead(by) && !listed.has(by.code))
  const entries = steps.map((step): Entry => ({
    uid: `step-${step.code}@laisee`,
    title: step.what,
    description: step.how,
    at: Date.parse(step.by.endsAt!),
    day: null,
  }))
  return [...clocks, ...entries].sort((a, b) => a.at - b.at)
}

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

const before = (description: string, duration: { days?: number; hours?: number }) => ({
  action: 'display' as const,
  description,
  trigger: { ...duration, before: true },
})

function eventOf({ uid, title, description, at, day }: Entry): EventAttributes {
  const entry = { uid, title, description, busyStatus: 'FREE' as const, productId: 'laisee' }
  if (day === null)
    return {
      ...entry,
      start: at,
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { minutes: 15 },
      alarms: [before(title, { hours: 1 })],
    }
  return {
    ...entry,
    start: parts(day),
    end: parts(nextDay(day)),
    alarms: [before(title, { days: 7 }), before(title, { days: 1 })],
  }
}
