/** Policies for tests: the default one with other rules, and a rule of which only what it asks about matters. */

import { compilePolicy, type CompiledPolicy } from '../compile.ts'
import { tenMinutes, type Outcome, type Rule } from '../rule.ts'
import { defaultPolicy } from '../rules.ts'

/** The default policy with these rules instead of its own. Throws what is wrong with them. */
export function compiled(rules: readonly Rule[]): CompiledPolicy {
  const policy = compilePolicy({ ...defaultPolicy, rules })
  if ('problems' in policy) throw new Error(JSON.stringify(policy.problems))
  return policy
}

/** A rule that tells nothing. */
export const rule = (id: string, when: string, outcome: Outcome): Rule => ({
  id,
  when,
  outcome,
  tells: [],
  says: { zh: '规则', en: 'rule' },
  ...(outcome === 'hold' && { hold: tenMinutes }),
})
