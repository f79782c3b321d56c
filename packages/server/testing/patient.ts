/** The guard's rules without their limit of time: tests run beside each other, and a slow moment is no question. */

import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'

/** The same policy, as long as it takes. A limit of the test's own is kept. */
export function patient(guard: GuardPolicy): GuardPolicy {
  const { judgeMsMax, ...rest } = guard
  return judgeMsMax === defaultPolicy.judgeMsMax ? rest : guard
}
