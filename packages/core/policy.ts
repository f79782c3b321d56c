/**
 * An organisation's policy: the guard's rules for what is sent on its behalf, limits, from which sum on its sender proves
 * that it is them, chains of approval and from which sums they are asked, recall rights, and what may be approved at once.
 * It is one thing with one version; every decision names the version it was made by.
 */

import { chainProblems, type Chain, type ChainFault, type ChainPeople } from './chain.ts'
import { compilePolicy, type RuleFault } from './guard/compile.ts'
import type { Place } from './guard/condition.ts'
import { tenMinutes, type GuardPolicy, type Rule } from './guard/rule.ts'
import { limitKinds, type LimitSums } from './limits.ts'
import type { Amount } from './money.ts'
import type { PolicyLimits } from './policy-limits.ts'
import { recallWithinMaxS, type RecallRight } from './recall-right.ts'

/** From this sum on, this chain is asked. */
export interface Threshold {
  amount: Amount
  chainId: string
}

export interface OrganisationPolicy extends PolicyLimits {
  rules: readonly Rule[]
  /** From this sum on a send on its behalf needs a step-up; null for none. */
  stepUpFrom: Amount | null
  chains: readonly Chain[]
  thresholds: readonly Threshold[]
  /** The chain for a send that a rule wants approved, unless a threshold asks a stricter one; null where no rule does. */
  rulesChainId: string | null
  recallRights: readonly RecallRight[]
  /** The most that may be approved at once, together; null for nothing. */
  bulkMax: Amount | null
  /** A send that could not be judged is held from this sum on, and confirmed below it. */
  unsureHoldFrom: Amount
}

export const chainsMax = 20
export const thresholdsMax = 20
export const recallRightsMax = 40

/** What holds where an organisation has published nothing: two people see what is ¥5,000 or more. */
export const defaultOrganisationPolicy: OrganisationPolicy = {
  rules: [],
  limits: { share: null, send: null, day: null, month: null },
  roleLimits: [],
  totalLimits: { day: null, month: null },
  stepUpFrom: null,
  chains: [
    {
      id: 'second-person',
      says: { zh: '另一位同事审批', en: 'a colleague approves' },
      steps: [{ manner: 'any', approvers: [{ role: 'approver' }] }],
      timeoutS: 86_400,
      onTimeout: 'administrators',
      copyTo: [],
    },
  ],
  thresholds: [{ amount: 500_000n, chainId: 'second-person' }],
  rulesChainId: 'second-person',
  recallRights: [
    { role: 'sender', whose: 'own', withinS: null, reasonNeeded: false, onlyMemberIds: null },
    { role: 'administrator', whose: 'others', withinS: null, reasonNeeded: true, onlyMemberIds: null },
  ],
  bulkMax: 500_000n,
  unsureHoldFrom: 100_000n,
}

/** The policy's rules as the guard reads them, under its name and version. */
export function guardPolicyOf(policy: OrganisationPolicy, name: string, version: number): GuardPolicy {
  const { rules, unsureHoldFrom } = policy
  return { name, version, rules, unsureHoldFrom, unsureHold: tenMinutes }
}

export type PolicyFault =
  | RuleFault
  | ChainFault
  | 'too_many'
  | 'unknown_chain'
  | 'threshold_twice'
  | 'limit_never_reached'
  | 'role_twice'
  | 'right_twice'
  | 'within_not_valid'

export interface PolicyProblem {
  code: PolicyFault
  /** Where, as a path into the policy: `rules.large-sum.when`, `chains.two.steps.0`. */
  at: string
  /** An error keeps it from holding; a warning is said to whoever writes it. */
  weight: 'error' | 'warning'
  /** The stretch of a condition's text; null where it is no condition. */
  place: Place | null
  /** The text at fault, or the id of what it collides with. */
  about: string
}

/** Everything that is wrong with a policy, with its exact place. Without errors it may be published. */
export function policyProblems(policy: OrganisationPolicy, people: ChainPeople): PolicyProblem[] {
  const compiled = compilePolicy(guardPolicyOf(policy, 'draft', 1))
  const ruleProblems = 'problems' in compiled ? compiled.problems : compiled.warnings
  const problems = ruleProblems.map(({ ruleId, code, weight, at, about }): PolicyProblem => {
    const where = at === null ? `rules.${ruleId}` : `rules.${ruleId}.when`
    return { code, at: where, weight, place: at, about }
  })
  return [
    ...problems,
    ...limitsProblems(policy),
    ...chainsProblems(policy, people),
    ...rightsProblems(policy.recallRights),
  ]
}

const wrong = (code: PolicyFault, at: string, about = ''): PolicyProblem => ({
  code,
  at,
  weight: 'error',
  place: null,
  about,
})

/** A role that is named twice, and limits that a smaller one keeps from ever being reached. */
function limitsProblems({ limits, roleLimits, totalLimits }: PolicyLimits): PolicyProblem[] {
  const total: LimitSums = { share: null, send: null, ...totalLimits }
  const found = unreached(limits, [limits, total], 'limits')
  for (const [i, one] of roleLimits.entries()) {
    const at = `roleLimits.${i}`
    if (roleLimits.findIndex(({ role }) => role === one.role) !== i)
      found.push(wrong('role_twice', at, one.role))
    found.push(...unreached(one, [one, limits, total], at))
  }
  return [...found, ...unreached(total, [total], 'totalLimits')]
}

/** A limit is never reached where that of a longer time, or the same one of a wider layer, is smaller. */
function unreached(sums: LimitSums, others: readonly LimitSums[], at: string): PolicyProblem[] {
  return limitKinds.flatMap((kind, i) => {
    const own = sums[kind]
    const isSmaller = (max: Amount | null) => own !== null && max !== null && max < own
    const other = limitKinds.slice(i).find((longer) => others.some((one) => isSmaller(one[longer])))
    if (other === undefined) return []
    return [{ ...wrong('limit_never_reached', `${at}.${kind}`, other), weight: 'warning' as const }]
  })
}

function chainsProblems(policy: OrganisationPolicy, people: ChainPeople): PolicyProblem[] {
  const { chains, thresholds, rules, rulesChainId } = policy
  const found: PolicyProblem[] = []
  if (chains.length > chainsMax) found.push(wrong('too_many', 'chains', String(chains.length)))
  if (thresholds.length > thresholdsMax)
    found.push(wrong('too_many', 'thresholds', String(thresholds.length)))
  const ids = new Set<string>()
  for (const chain of chains) {
    if (ids.has(chain.id)) found.push(wrong('chain_id_taken', `chains.${chain.id}`, chain.id))
    ids.add(chain.id)
    for (const { code, at, about } of chainProblems(chain, people))
      found.push(wrong(code, `chains.${chain.id}.${at}`, about))
  }
  for (const [i, { amount, chainId }] of thresholds.entries()) {
    if (!ids.has(chainId)) found.push(wrong('unknown_chain', `thresholds.${i}`, chainId))
    if (thresholds.findIndex((other) => other.amount === amount) !== i)
      found.push(wrong('threshold_twice', `thresholds.${i}`, String(amount)))
  }
  const asks = rules.find(({ outcome }) => outcome === 'approve')
  if (rulesChainId === null ? asks !== undefined : !ids.has(rulesChainId))
    found.push(wrong('unknown_chain', 'rulesChainId', rulesChainId ?? asks!.id))
  return found
}

function rightsProblems(rights: readonly RecallRight[]): PolicyProblem[] {
  const found: PolicyProblem[] = []
  if (rights.length > recallRightsMax) found.push(wrong('too_many', 'recallRights', String(rights.length)))
  const everybody = (right: RecallRight) => right.onlyMemberIds === null
  for (const [i, right] of rights.entries()) {
    const { role, whose, withinS } = right
    if (withinS !== null && (!Number.isInteger(withinS) || withinS <= 0 || withinS > recallWithinMaxS))
      found.push(wrong('within_not_valid', `recallRights.${i}.withinS`, String(withinS)))
    const same = rights.findIndex((one) => one.role === role && one.whose === whose && everybody(one))
    if (everybody(right) && same !== i)
      found.push(wrong('right_twice', `recallRights.${i}`, `${role} ${whose}`))
  }
  return found
}
