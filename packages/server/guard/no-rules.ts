import type { CompiledPolicy } from '@laisee/core/guard/compile.ts'
import { tenMinutes } from '@laisee/core/guard/rule.ts'

/** What a service without a policy judges by: the rules of an organisation stand alone beside it. */
export const noRules: CompiledPolicy = {
  policy: { name: 'none', version: 0, rules: [], unsureHoldFrom: 0n, unsureHold: tenMinutes },
  rules: [],
  warnings: [],
}
