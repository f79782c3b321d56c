/**
 * The guard's word on a send. Every rule is looked at, the strictest outcome wins, and every reason is told. A stricter
 * outcome silences no question: what is held or has to be approved is asked about first where any rule asks. Nor does an
 * approval shorten a wait: what has to be approved waits as well where any rule holds it, once it is approved. It never
 * throws and never waves through what it could not judge (unsure.ts): a rule that fails or takes too long makes the send
 * be confirmed, and held from an amount on.
 */

import type { CompiledPolicy, CompiledRule } from './compile.ts'
import type { GuardFacts } from './facts.ts'
import { findSignals } from './find-signals.ts'
import { factValues, type RuleFactValues } from './rule-facts.ts'
import { stricter, type GuardPolicy, type Hold, type Outcome, type ReasonCode, type Rule } from './rule.ts'
import { look } from './seen.ts'
import { signalCodes, type Signal, type SignalData } from './signal.ts'
import { unsureOf, type FailedRule } from './unsure.ts'

export interface Reason {
  code: ReasonCode
  data: SignalData
  ruleId: string
  outcome: Outcome
}

export interface Verdict {
  outcome: Outcome
  /** Whether its sender is asked first: some rule asks, whatever stricter thing another one wants. */
  asks: boolean
  /** Why it is not simply allowed, each code once, the weightiest first. */
  reasons: readonly Reason[]
  /** What is worth knowing and no reason to ask: told by rules that allow. */
  notes: readonly Reason[]
  /** How long it waits where any rule holds it: from the send, or from when it is approved; null where it is refused. */
  hold: Hold | null
  /** What decided, for the record. */
  rules: { name: string; version: number }
}

/** A verdict with what it was made from: both are stored with the send. */
export interface Judgement {
  verdict: Verdict
  signals: readonly Signal[]
  /** The rules that held, and those that failed. */
  held: readonly string[]
  failed: readonly string[]
}

/** Judge a send. `isLate` says when to stop looking: given by whoever has a clock. */
export function judge(
  compiled: CompiledPolicy,
  facts: GuardFacts,
  isLate: () => boolean = () => false,
): Judgement {
  const { policy, rules } = compiled
  let signals: readonly Signal[] = []
  let values: RuleFactValues
  // What was read too slowly is late already.
  const unseen = rules.map(({ rule }) => ({ rule, byItself: false }))
  if (isLate()) return conclude(policy, facts, signals, [], unseen)
  try {
    const seen = look(facts)
    signals = findSignals(seen)
    values = factValues(seen, signals)
  } catch {
    return conclude(policy, facts, signals, [], unseen)
  }
  const held: CompiledRule[] = []
  const failed: FailedRule[] = []
  for (const one of rules) {
    const late = isLate()
    const holds = late ? undefined : evaluate(one, values)
    if (holds === undefined) failed.push({ rule: one.rule, byItself: !late })
    else if (holds) held.push(one)
  }
  return conclude(policy, facts, signals, held, failed)
}

/** Whether a rule holds; undefined where that could not be found out. */
function evaluate({ condition }: CompiledRule, values: RuleFactValues): boolean | undefined {
  try {
    const holds = condition.holds(values)
    return typeof holds === 'boolean' ? holds : undefined
  } catch {
    return undefined
  }
}

function conclude(
  policy: GuardPolicy,
  facts: GuardFacts,
  signals: readonly Signal[],
  held: readonly CompiledRule[],
  failed: readonly FailedRule[],
): Judgement {
  const asking = held.map(({ rule }) => rule).filter(({ outcome }) => outcome !== 'allow')
  const reasons = asking.flatMap((rule): Reason[] => {
    const told = toldBy(rule, signals)
    if (told.length > 0) return told
    const { id: ruleId, outcome, says } = rule
    return [{ code: 'by_rule', data: { zh: says.zh, en: says.en }, ruleId, outcome }]
  })
  const holds = asking.flatMap(({ hold }) => hold ?? [])
  const unsure = unsureOf(failed, policy, facts.send)
  if (unsure) {
    const { outcome, ruleId } = unsure
    reasons.push({ code: 'guard_unsure', data: {}, ruleId, outcome })
    holds.push(...unsure.holds)
  }
  const outcome = reasons.reduce<Outcome>((most, reason) => stricter(most, reason.outcome), 'allow')
  const { name, version } = policy
  return {
    verdict: {
      outcome,
      asks: failed.length > 0 || asking.some((rule) => rule.outcome === 'confirm'),
      reasons: inOrder(reasons),
      notes: notesOf(held, signals, reasons),
      hold: outcome === 'refuse' || holds.length === 0 ? null : longest(holds),
      rules: { name, version },
    },
    signals,
    held: held.map(({ rule }) => rule.id),
    failed: failed.map(({ rule }) => rule.id),
  }
}

/** The signals that a rule tells of, where they spoke. */
function toldBy({ id: ruleId, outcome, tells }: Rule, signals: readonly Signal[]): Reason[] {
  const told = signals.filter(({ code }) => tells.includes(code))
  return told.map(({ code, data }) => ({ code, data, ruleId, outcome }))
}

/** What rules that allow have to tell, and no reason has told yet. */
function notesOf(
  held: readonly CompiledRule[],
  signals: readonly Signal[],
  reasons: readonly Reason[],
): Reason[] {
  const said = new Set(reasons.map(({ code }) => code))
  const allowing = held.map(({ rule }) => rule).filter(({ outcome }) => outcome === 'allow')
  return inOrder(allowing.flatMap((rule) => toldBy(rule, signals)).filter(({ code }) => !said.has(code)))
}

const order = new Map<ReasonCode, number>(
  [...signalCodes, 'by_rule' as const, 'guard_unsure' as const].map((code, i) => [code, i]),
)

/** Each reason once, under the strictest outcome it was told with; in the order of signals. */
function inOrder(reasons: readonly Reason[]): Reason[] {
  const byCode = new Map<string, Reason>()
  for (const reason of reasons) {
    const key = reason.code === 'by_rule' ? `by_rule ${reason.ruleId}` : reason.code
    const known = byCode.get(key)
    if (!known || stricter(known.outcome, reason.outcome) !== known.outcome) byCode.set(key, reason)
  }
  return [...byCode.values()].sort((a, b) => order.get(a.code)! - order.get(b.code)!)
}

/** The longest wait asked for, ended by hand no earlier than any of them allows. */
function longest(holds: readonly Hold[]): Hold {
  const ms = Math.max(...holds.map((hold) => hold.ms))
  const froms = holds.map((hold) => hold.releaseFromMs)
  const releaseFromMs = froms.reduce<number | null>(
    (latest, from) => (latest === null || from === null ? null : Math.max(latest, from)),
    0,
  )
  return { ms, releaseFromMs }
}
