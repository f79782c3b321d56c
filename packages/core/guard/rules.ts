/**
 * The rules every send passes where nobody has written others. They combine signals, for a question asked of everybody
 * is answered by nobody: what is ordinary passes unasked (docs/internals/guard.md has the figures). Amounts are fen.
 *
 * Outcomes. `confirm` is the rule: a person who is asked the right question sees the mistake themselves. `hold` is for
 * what a question does not help against: somebody talked into it, or too tired or unsure to judge. `refuse` is for what
 * could only go wrong. `allow` with something to tell is a word beside it. `approve` needs somebody to approve, so no default rule asks for it.
 */

import { tenMinutes, type GuardPolicy } from './rule.ts'
import { amountRules, momentRules } from './rules-amounts.ts'
import { groupRules, noteRules, standingRules } from './rules-others.ts'
import { peopleRules } from './rules-people.ts'

/** What holds where an organisation or family has published nothing else. */
export const defaultPolicy: GuardPolicy = {
  name: 'laisee',
  version: 1,
  rules: [...peopleRules, ...amountRules, ...momentRules, ...groupRules, ...standingRules, ...noteRules],
  unsureHoldFrom: 100_000n,
  unsureHold: tenMinutes,
  // Three times the 80 ms in which 99 of 100 sends are answered: a slow minute must not ask about everybody's money.
  judgeMsMax: 250,
}
