/**
 * A policy is checked whole before it judges anybody: every condition is read and typed, every fault told with its
 * place, and rules that can never hold, hold for everybody, or can never change an outcome are named.
 */

import { casesOf, isCovered, type Case } from './cases.ts'
import { isProblem, readCondition, type Condition, type ConditionFault, type Place } from './condition.ts'
import { outcomes, type GuardPolicy, type Hold, type Rule } from './rule.ts'
import { signalCodes } from './signal.ts'

export const rulesMax = 100
const saysLengthMax = 200
const holdMsMax = 4 * 86_400_000

export type RuleFault =
  | ConditionFault
  | 'too_many_rules'
  | 'id_not_valid'
  | 'id_taken'
  | 'unknown_outcome'
  | 'unknown_signal'
  | 'no_sentence'
  | 'hold_not_valid'
  | 'asks_everybody'
  | 'never_holds'
  | 'shadowed'

export interface RuleProblem {
  ruleId: string
  code: RuleFault
  /** An error keeps the policy from being used; a warning is said to whoever writes it. */
  weight: 'error' | 'warning'
  /** Where in the condition; null where it is about the rule itself. */
  at: Place | null
  /** The text at fault, or the id of the other rule. */
  about: string
}

export interface CompiledRule {
  rule: Rule
  condition: Condition
}

export interface CompiledPolicy {
  policy: GuardPolicy
  rules: readonly CompiledRule[]
  warnings: readonly RuleProblem[]
}

/** The policy ready to judge, or everything that is wrong with it, in the order of its rules. */
export function compilePolicy(policy: GuardPolicy): CompiledPolicy | { problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = []
  const compiled: CompiledRule[] = []
  const ids = new Set<string>()
  for (const rule of policy.rules.slice(0, rulesMax)) {
    problems.push(...ruleProblems(rule))
    if (ids.has(rule.id)) problems.push(error(rule, 'id_taken', rule.id))
    ids.add(rule.id)
    const condition = readCondition(rule.when)
    if (isProblem(condition))
      problems.push({ ...error(rule, condition.code, condition.text), at: condition.at })
    else compiled.push({ rule, condition })
  }
  const last = policy.rules[rulesMax]
  if (last) problems.push(error(last, 'too_many_rules', String(policy.rules.length)))
  if (!isHold(policy.unsureHold)) problems.push({ ...error({ id: '' }, 'hold_not_valid', 'unsureHold') })
  problems.push(...reachProblems(compiled))
  const errors = problems.filter(({ weight }) => weight === 'error')
  return errors.length > 0 ? { problems } : { policy, rules: compiled, warnings: problems }
}

function error(rule: Pick<Rule, 'id'>, code: RuleFault, about: string): RuleProblem {
  return { ruleId: rule.id, code, weight: 'error', at: null, about }
}

function ruleProblems(rule: Rule): RuleProblem[] {
  const found: RuleProblem[] = []
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(rule.id)) found.push(error(rule, 'id_not_valid', rule.id))
  if (!outcomes.includes(rule.outcome)) found.push(error(rule, 'unknown_outcome', rule.outcome))
  const known: readonly string[] = signalCodes
  const strange = rule.tells.find((code) => !known.includes(code))
  if (strange !== undefined) found.push(error(rule, 'unknown_signal', strange))
  for (const language of ['zh', 'en'] as const) {
    const sentence = rule.says[language].trim()
    if (sentence === '' || sentence.length > saysLengthMax) found.push(error(rule, 'no_sentence', language))
  }
  if (rule.outcome === 'hold' ? !rule.hold || !isHold(rule.hold) : rule.hold !== undefined)
    found.push(error(rule, 'hold_not_valid', 'hold'))
  return found
}

function isHold({ ms, releaseFromMs }: Hold): boolean {
  if (!Number.isSafeInteger(ms) || ms <= 0 || ms > holdMsMax) return false
  return (
    releaseFromMs === null ||
    (Number.isSafeInteger(releaseFromMs) && releaseFromMs >= 0 && releaseFromMs <= ms)
  )
}

interface Reach {
  rule: Rule
  cases: readonly Case[] | null
}

function reachProblems(compiled: readonly CompiledRule[]): RuleProblem[] {
  const all = compiled.map(({ rule, condition }): Reach => ({ rule, cases: casesOf(condition.ast) }))
  const found: RuleProblem[] = []
  for (const [place, { rule, condition }] of compiled.entries()) {
    const one = all[place]!
    if (one.cases?.length === 0) found.push(error(rule, 'never_holds', rule.when))
    else if (asks(rule) && casesOf(condition.ast, false)?.length === 0)
      found.push(error(rule, 'asks_everybody', rule.when))
    const cover = all.find((other, i) => covers(other, one, i < place))
    if (cover) found.push({ ...error(rule, 'shadowed', cover.rule.id), weight: 'warning' })
  }
  return found
}

const asks = ({ outcome, stepUp }: Rule) => outcome !== 'allow' || stepUp === true

/**
 * Whether another rule holds wherever this one does, and is as strict: this one then adds a reason and decides nothing.
 * Of two that say the same, the later one is told.
 */
function covers(other: Reach, one: Reach, isEarlier: boolean): boolean {
  if (other === one || !isCovered(one.cases, other.cases)) return false
  if (one.rule.stepUp === true && other.rule.stepUp !== true) return false
  const [rank, otherRank] = [outcomes.indexOf(one.rule.outcome), outcomes.indexOf(other.rule.outcome)]
  return otherRank > rank || (otherRank === rank && (isEarlier || !isCovered(other.cases, one.cases)))
}
