/**
 * Whether a rule asks the sender for a step-up. A rule that could not be evaluated asks: what cannot be judged is never
 * waved through.
 */

import type { CompiledPolicy } from './compile.ts'
import type { Judgement } from './judge.ts'

export function asksStepUp(
  { rules }: Pick<CompiledPolicy, 'rules'>,
  { held, failed }: Pick<Judgement, 'held' | 'failed'>,
): boolean {
  return rules.some(
    ({ rule }) => rule.stepUp === true && (held.includes(rule.id) || failed.includes(rule.id)),
  )
}
