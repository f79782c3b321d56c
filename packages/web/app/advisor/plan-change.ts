/** What one changed fact made of a plan: a way, steps and deadlines that came, went or moved. Pure. */

import type { Branch, PlanSteps } from '@laisee/core/advisor/plan.ts'
import type { ClockId } from '@laisee/core/advisor/clocks.ts'
import type { StepId } from '@laisee/core/advisor/steps/steps.ts'

export interface PlanChange {
  /** The way it goes now, where that is another one. */
  way: Branch | null
  /** The first step, where that is another one. */
  first: StepId | null
  came: readonly StepId[]
  went: readonly StepId[]
  clocksCame: readonly ClockId[]
  clocksWent: readonly ClockId[]
  clocksMoved: readonly ClockId[]
}

const idsOf = <Id>(things: readonly { id: Id }[]): readonly Id[] => things.map(({ id }) => id)
const without = <Id>(all: readonly Id[], these: readonly Id[]) => all.filter((id) => !these.includes(id))

/** What is different in `after`. Steps that merely may come in do not count. */
export function changeOf(before: PlanSteps, after: PlanSteps): PlanChange {
  const [steps, next] = [idsOf(before.steps), idsOf(after.steps)]
  const [clocks, running] = [idsOf(before.clocks), idsOf(after.clocks)]
  const endOf = (plan: PlanSteps, id: ClockId) => plan.clocks.find((clock) => clock.id === id)?.endsAt ?? null
  const first = after.steps[0]?.id ?? null
  return {
    way: after.branch !== before.branch ? after.branch : null,
    first: first !== (before.steps[0]?.id ?? null) ? first : null,
    came: without(next, steps),
    went: without(steps, next),
    clocksCame: without(running, clocks),
    clocksWent: without(clocks, running),
    // The time at which a stop-payment is asked for is always now.
    clocksMoved: running.filter(
      (id) => clocks.includes(id) && id !== 'stop_payment' && endOf(before, id) !== endOf(after, id),
    ),
  }
}

/** Whether anything is different. */
export function isSame(change: PlanChange): boolean {
  return (
    change.way === null &&
    change.first === null &&
    [change.came, change.went, change.clocksCame, change.clocksWent, change.clocksMoved].every(
      (list) => list.length === 0,
    )
  )
}
