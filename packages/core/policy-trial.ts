/** A policy tried on what was sent before: which sends it would have stopped, and by what. It moves nothing. */

import type { CompiledPolicy } from './guard/compile.ts'
import type { RuleFactValues } from './guard/rule-facts.ts'
import { stricter, type Outcome } from './guard/rule.ts'
import type { Amount } from './money.ts'
import type { Instant } from './instant.ts'
import type { OrganisationRole } from './organisation.ts'
import { limitsExceeded, type LimitedSender } from './policy-limits.ts'
import { type OrganisationPolicy } from './policy.ts'
import { chainOfSum } from './policy-send.ts'

/** A send of the past, with the facts that its rules were judged by. */
export interface PastSend {
  sendId: string
  payerId: string
  /** What its sender was in the organisation then. */
  roles: readonly OrganisationRole[]
  at: Instant
  amount: Amount
  count: number
  facts: RuleFactValues
}

export interface TriedSend {
  send: PastSend
  outcome: Outcome
  /** What asked, as paths: `rules.…`, `limits.send`, `stepUpFrom`, `chains.…`. */
  by: string[]
}

export interface Trial {
  tried: number
  /** Sends that would not simply have gone out, latest first. */
  stopped: TriedSend[]
  byOutcome: Record<Outcome, number>
  /** How many sends each rule or threshold would have asked about. */
  byCause: Record<string, number>
}

/**
 * Try a policy on sends of the past. Limits of a day and a month are tried as if everything else had gone out, by the
 * sums that `counted` has counted before each send. A step-up asks the sender, as a confirmation does. Where a rule and
 * a sum both ask for approval both are told; which chain the send would pass is `chainFor`'s to say.
 */
export function tryPolicy(
  policy: OrganisationPolicy,
  compiled: CompiledPolicy,
  sends: readonly PastSend[],
  counted: (send: PastSend) => Omit<LimitedSender, 'roles'>,
): Trial {
  const byOutcome: Trial['byOutcome'] = { allow: 0, confirm: 0, hold: 0, approve: 0, refuse: 0 }
  const byCause: Trial['byCause'] = {}
  const stopped: TriedSend[] = []
  for (const send of sends) {
    const tried = trySend(policy, compiled, send, counted(send))
    byOutcome[tried.outcome] += 1
    for (const cause of tried.by) byCause[cause] = (byCause[cause] ?? 0) + 1
    if (tried.outcome !== 'allow') stopped.push(tried)
  }
  stopped.sort((a, b) => b.send.at - a.send.at || (a.send.sendId < b.send.sendId ? 1 : -1))
  return { tried: sends.length, stopped, byOutcome, byCause }
}

function trySend(
  policy: OrganisationPolicy,
  { rules }: CompiledPolicy,
  send: PastSend,
  counted: Omit<LimitedSender, 'roles'>,
): TriedSend {
  const by: string[] = []
  let outcome: Outcome = 'allow'
  const say = (cause: string, asks: Outcome) => {
    by.push(cause)
    outcome = stricter(outcome, asks)
  }
  const { amount, count, roles } = send
  const asked = { field: 'amount', amount, count } as const
  for (const at of limitsExceeded(policy, asked, { roles, ...counted })) say(at, 'refuse')
  if (policy.stepUpFrom !== null && amount >= policy.stepUpFrom) say('stepUpFrom', 'confirm')
  for (const { rule, condition } of rules) {
    const asks = rule.stepUp === true ? stricter(rule.outcome, 'confirm') : rule.outcome
    if (asks === 'allow' || !holds(condition.holds, send.facts)) continue
    say(`rules.${rule.id}`, asks)
  }
  const reached = chainOfSum(policy, send.amount)
  if (reached) say(`chains.${reached.id}`, 'approve')
  return { send, outcome, by }
}

/** A rule that cannot be evaluated would have asked. */
function holds(read: (values: RuleFactValues) => unknown, values: RuleFactValues): boolean {
  try {
    return read(values) !== false
  } catch {
    return true
  }
}
