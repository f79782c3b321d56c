/**
 * What follows from rules that could not be evaluated: its sender is asked, and it waits from an amount on. Nor does it
 * come to less than what such a rule would have asked for.
 */

import { stricter, type GuardPolicy, type Hold, type Outcome, type Rule } from './rule.ts'
import type { GuardedSend } from './facts.ts'

export interface FailedRule {
  rule: Rule
  /** Its own condition could not be evaluated; else nothing could be looked at, or not in time. */
  byItself: boolean
}

export interface Unsure {
  outcome: Outcome
  /** The first of those that asked for most. */
  ruleId: string
  holds: readonly Hold[]
}

/** What rules that failed come to together; nothing where none did. */
export function unsureOf(
  failed: readonly FailedRule[],
  policy: GuardPolicy,
  send: Pick<GuardedSend, 'amount'>,
): Unsure | undefined {
  const [first] = failed
  if (!first) return undefined
  const waits = isAtLeast(send, policy)
  const kept = failed.map((one) => ({ ...one.rule, outcome: keptOf(one) }))
  const outcome = kept.reduce<Outcome>((most, one) => stricter(most, one.outcome), waits ? 'hold' : 'confirm')
  const deciding = kept.find((one) => one.outcome === outcome)
  const own = kept.flatMap((one) => (one.outcome === 'hold' ? (one.hold ?? []) : []))
  return {
    outcome,
    ruleId: deciding?.id ?? first.rule.id,
    holds: waits ? [policy.unsureHold, ...own] : own,
  }
}

/**
 * What is kept of a rule that failed. The word of somebody else always: no yes of the sender's stands for it. A wait where
 * that rule alone failed: a slow moment would make every small send wait as long as the longest of all rules. Never a
 * refusal: a fault of ours makes no send impossible, it is asked about.
 */
function keptOf({ rule: { outcome }, byItself }: FailedRule): Outcome {
  if (outcome === 'approve' || (outcome === 'hold' && byItself)) return outcome
  return 'confirm'
}

/** An amount nobody can read is large. */
function isAtLeast({ amount }: Pick<GuardedSend, 'amount'>, { unsureHoldFrom }: GuardPolicy): boolean {
  return !(amount < unsureHoldFrom)
}
