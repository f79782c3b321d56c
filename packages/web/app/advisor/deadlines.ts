/** Every deadline of a plan, as a calendar takes it. Pure: words are put in by the one who asks. */

import type { Clock, PlanSteps, Step } from '@laisee/core/advisor/plan.ts'
import type { ChinaDate } from '@laisee/core/law/china-date.ts'

export interface Deadline {
  /** Stays the same for the same deadline, so that a calendar replaces its entry. */
  uid: string
  title: string
  says: string
  /** A moment, or a whole day in China. */
  at: number
  day: ChinaDate | null
}

interface Sayings {
  clock: (clock: Clock) => { title: string; says: string }
  step: (step: Step) => { title: string; says: string }
}

/** The clocks that run, then the steps with a day of their own. Those that are over, or are now, need no entry. */
export function deadlinesOf(plan: PlanSteps, say: Sayings): Deadline[] {
  const clocks = plan.clocks
    .filter((clock) => clock.endsAt !== null && clock.endsAt > plan.at && clock.id !== 'stop_payment')
    .map((clock): Deadline => ({
      uid: `clock-${clock.id}@laisee`,
      ...say.clock(clock),
      at: clock.endsAt!,
      day: clock.lastDay,
    }))
  const listed = new Set(plan.clocks.map(({ id }) => id as string))
  const steps = plan.steps
    .filter(({ by }) => by.at !== null && by.at > plan.at && by.clock !== 'now' && !listed.has(by.clock))
    .map((step): Deadline => ({
      uid: `step-${step.id}@laisee`,
      ...say.step(step),
      at: step.by.at!,
      day: null,
    }))
  return [...clocks, ...steps].sort((a, b) => a.at - b.at)
}
