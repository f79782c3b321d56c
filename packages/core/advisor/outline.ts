/** A plan in names only: which steps and clocks it has. What questions compare, and what the plan is then written from. */

import type { Instant } from '../instant.ts'
import { branchOf } from './branch.ts'
import { clockStates } from './clocks.ts'
import { applies } from './condition.ts'
import { factsOf, type Facts } from './facts.ts'
import type { Branch } from './plan.ts'
import type { Situation } from './situation.ts'
import { stepIds, stepRuleOf, type StepId } from './steps/steps.ts'

export interface Outline {
  facts: Facts
  branch: Branch | null
  mayBe: readonly Branch[]
  /** Those that hold whatever the unknown facts are, in order. */
  steps: readonly StepId[]
  /** Those that depend on an unknown fact. */
  maybe: readonly StepId[]
  /** Each clock with its state: `mistake running`. */
  clocks: readonly string[]
}

/** The names of a plan. */
export function outlineOf(situation: Situation, now: Instant): Outline {
  const facts = factsOf(situation, now)
  const steps: StepId[] = []
  const maybe: StepId[] = []
  for (const id of stepIds) {
    const { when, finds } = stepRuleOf(id)
    const meets = applies(when, facts)
    const isMissing = finds !== undefined && situation[finds] === null && meets !== 'no'
    const answer = finds === undefined ? meets : isMissing ? 'yes' : 'no'
    if (answer === 'yes') steps.push(id)
    if (answer === 'depends') maybe.push(id)
  }
  return { facts, ...branchOf(facts), steps, maybe, clocks: clockStates(situation, facts, now) }
}
