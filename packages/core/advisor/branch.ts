/** Which way a plan goes (reference page §12.3): the first whose condition holds, or none while that is not decided. */

import { applies, factsNamed, type Condition } from './condition.ts'
import type { Fact, Facts } from './facts.ts'
import type { Branch } from './plan.ts'

const taken = ['claimed', 'partly_claimed'] as const
const mistaken = ['mistake', 'elder', 'joke'] as const

/** In order of precedence. */
const branchRules: readonly { branch: Branch; when: Condition }[] = [
  { branch: 'fraud', when: { nature: ['deceived', 'stolen'] } },
  { branch: 'asked_to_return', when: { nature: ['asked'] } },
  { branch: 'returned', when: { phase: ['expired'] } },
  { branch: 'remainder', when: { phase: ['partly_claimed'] } },
  { branch: 'recall', when: { power: ['undo', 'recall', 'merchant_cancel'] } },
  { branch: 'wait', when: { phase: ['undo', 'unclaimed'] } },
  { branch: 'organisation', when: { platform: ['wecom', 'merchant'] } },
  { branch: 'capacity', when: { nature: ['minor'] } },
  { branch: 'no_right', when: { nature: ['will'], kind: ['packet'] } },
  { branch: 'what_it_was_for', when: { nature: ['will'], kind: ['transfer'] } },
  { branch: 'gift', when: { nature: mistaken, kind: ['packet'], phase: taken } },
  {
    branch: 'ask_known',
    when: { nature: mistaken, relation: ['family', 'friend', 'colleague'], phase: taken },
  },
  { branch: 'ask_formally', when: { nature: mistaken, relation: ['business', 'stranger'], phase: taken } },
]

/** The facts that decide the way. */
export const branchFacts: readonly Fact[] = [...new Set(branchRules.flatMap((rule) => factsNamed(rule.when)))]

/** The way, where it is decided, and every way it may still go. */
export function branchOf(facts: Facts): { branch: Branch | null; mayBe: readonly Branch[] } {
  const mayBe: Branch[] = []
  for (const { branch, when } of branchRules) {
    const answer = applies(when, facts)
    if (answer === 'no') continue
    mayBe.push(branch)
    if (answer === 'yes') break
  }
  return { branch: mayBe.length === 1 ? mayBe[0]! : null, mayBe }
}
