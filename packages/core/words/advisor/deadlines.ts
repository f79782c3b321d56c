/** Every deadline of a plan in words, as a calendar takes it. Pure. */

import type { PlanSteps } from '../../advisor/plan.ts'
import { chinaDateOf, type ChinaDate } from '../../law/china-date.ts'
import type { Language, Reading } from '../words.ts'
import { sayBasis } from './say-basis.ts'
import { sayClock } from './say-clock.ts'
import { sayDoing } from './step-words.ts'

export interface Deadline {
  /** Stays the same for the same deadline, so that a calendar replaces its entry. */
  uid: string
  title: string
  says: string
  /** A moment, or a whole day in China. */
  at: number
  day: ChinaDate | null
}

/** The clocks that run, then the steps with a day of their own. Those that are over, or are now, need no entry. */
export function deadlinesOf(plan: PlanSteps, language: Language, reading: Reading): Deadline[] {
  const today = chinaDateOf(plan.at)
  const clocks = plan.clocks
    .filter((clock) => clock.endsAt !== null && clock.endsAt > plan.at && clock.id !== 'stop_payment')
    .map((clock): Deadline => {
      const { what, from, moved } = sayClock(clock, language)
      const lines = [from, moved, ...clock.basis.map((one) => sayBasis(one, today, language))]
      return {
        uid: `clock-${clock.id}@laisee`,
        title: what,
        says: lines.filter((line) => line !== '').join('\n'),
        at: clock.endsAt!,
        day: clock.lastDay,
      }
    })
  const listed = new Set(plan.clocks.map(({ id }) => id as string))
  const steps = plan.steps
    .filter(({ by }) => by.at !== null && by.at > plan.at && by.clock !== 'now' && !listed.has(by.clock))
    .map((step): Deadline => {
      const { what, how } = sayDoing(step, language, reading)
      return { uid: `step-${step.id}@laisee`, title: what, says: how, at: step.by.at!, day: null }
    })
  return [...clocks, ...steps].sort((a, b) => a.at - b.at)
}
