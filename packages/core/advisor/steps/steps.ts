/** Every step there is, in the order to take them: the order of a plan is the order here (§12.3), and no figure changes it. */

import { claimedSteps } from './claimed.ts'
import { formalSteps } from './formal.ts'
import type { StepRule } from './step-rule.ts'
import { unclaimedSteps } from './unclaimed.ts'
import { urgentSteps } from './urgent.ts'

export const allSteps = { ...urgentSteps, ...unclaimedSteps, ...claimedSteps, ...formalSteps }

export type StepId = keyof typeof allSteps

export const stepIds = Object.keys(allSteps) as StepId[]

export const stepRuleOf = (id: StepId): StepRule => allSteps[id]
