/**
 * What to do now about money that went the wrong way. Pure: a situation, a moment and what is known in, a plan out. Steps
 * hold whatever the unknown facts turn out to be; those that depend on one stand apart and name it.
 */

import type { Instant } from '../instant.ts'
import { dontsOf } from './donts.ts'
import type { EffectKnowledge } from './effect.ts'
import { factsOf } from './facts.ts'
import type { Plan } from './plan.ts'
import { ownKnowledge, planSteps } from './plan-steps.ts'
import { questionsOf } from './questions.ts'
import type { Situation } from './situation.ts'

/** What to do now, by when, what not to do, and which facts are worth finding out first. */
export function advise(situation: Situation, now: Instant, knowledge: EffectKnowledge = ownKnowledge): Plan {
  return {
    ...planSteps(situation, now, knowledge),
    donts: dontsOf(factsOf(situation, now)),
    questions: questionsOf(situation, now),
  }
}
