/** What a step can be expected to do, and why one may say so: own outcomes first, where there are enough of them. */

import type { Knowledge } from './knowledge/knowledge.ts'
import { measuredMin } from './knowledge/measured.ts'
import type { Basis, EffectBasis } from './plan.ts'
import { stepRuleOf, type StepId } from './steps/steps.ts'

/** What an effect is read from. */
export type EffectKnowledge = Pick<Knowledge, 'measured' | 'productRules'>

/** A share of successes with its interval of 95 % (Wilson), which holds for small numbers too. */
export function shareOf(succeeded: number, n: number): { low: number; high: number } {
  const z = 1.96
  const share = succeeded / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** A rule that sources dispute gives nothing to expect. */
function effectOfBasis([first]: readonly Basis[], { productRules }: EffectKnowledge): EffectBasis {
  if (first === undefined || first.kind === 'own_manner') return { kind: 'unknown' }
  const holds = first.kind === 'law' || productRules[first.rule].status === 'confirmed'
  return holds ? { kind: 'rule', by: first } : { kind: 'unknown' }
}

/** The effect of a step. A rule is worth more than any count; a count of our own more than one of others. */
export function effectOf(id: StepId, basis: readonly Basis[], knowledge: EffectKnowledge): EffectBasis {
  const expected = stepRuleOf(id).effect
  const effect = expected.kind === 'as_its_basis' ? effectOfBasis(basis, knowledge) : expected
  if (effect.kind === 'rule') return effect
  const own = knowledge.measured.find((it) => it.step === id)
  if (own === undefined || own.n < measuredMin || own.succeeded > own.n || own.succeeded < 0) return effect
  const { succeeded, n, measuredOn } = own
  return { kind: 'own_data', succeeded, n, ...shareOf(succeeded, n), measuredOn }
}
