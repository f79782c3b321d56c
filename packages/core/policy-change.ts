/**
 * Versions of a policy: how they differ, and how a draft becomes what holds. Whoever wrote a draft does not publish it,
 * and a draft of what no longer holds is not published at all. A version may be published for a moment to come: the one
 * before holds until then, to the millisecond, and until then the new one can be withdrawn. One waits at a time.
 */

import { refuseField } from './field.ts'
import { dayMs, toIso, type Instant } from './instant.ts'
import type { OrganisationPolicy } from './policy.ts'
import { refuse, type Refusal } from './refusals.ts'

export const versionStates = ['draft', 'published', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

export interface PolicyVersion {
  version: number
  state: VersionState
  /** What held when it was begun. */
  basedOn: number
  authorIds: readonly string[]
  decidedAt: Instant | null
  /** From when it holds, where it was published for a moment to come; null where it held at once. */
  effectiveAt: Instant | null
}

/** How far ahead a version may be published. */
export const publishAheadMaxMs = 90 * dayMs

type Timed = Pick<PolicyVersion, 'state' | 'effectiveAt'>

/** Whether it was published for a moment that has not come. */
export function isWaitingAt({ state, effectiveAt }: Timed, now: Instant): boolean {
  return state === 'published' && effectiveAt !== null && now < effectiveAt
}

/** The version that holds at a moment, of those that were published, newest first; undefined where none does. */
export function inForceAt<Version extends Timed>(
  published: readonly Version[],
  now: Instant,
): Version | undefined {
  return published.find((one) => one.state === 'published' && !isWaitingAt(one, now))
}

/** What a version is shown as: one that waits is no longer a draft and does not hold yet. */
export const shownStates = [...versionStates, 'waiting'] as const
export type ShownState = (typeof shownStates)[number]

export function shownStateAt(version: Timed, now: Instant): ShownState {
  return isWaitingAt(version, now) ? 'waiting' : version.state
}

function decided({ state, decidedAt }: PolicyVersion): Refusal | undefined {
  const data = { decidedAt: toIso(decidedAt ?? 0) }
  if (state === 'published') return refuse('already_published', data)
  return state === 'withdrawn' ? refuse('already_withdrawn', data) : undefined
}

/** May a draft be changed? */
export function decideChangeDraft(draft: PolicyVersion): 'write' | Refusal {
  return decided(draft) ?? 'write'
}

/** May this be withdrawn now? A draft, and a version that was published and does not hold yet. */
export function decideWithdraw(version: PolicyVersion, now: Instant): 'withdraw' | Refusal {
  return isWaitingAt(version, now) ? 'withdraw' : (decided(version) ?? 'withdraw')
}

/** What is published in an organisation at a moment. */
export interface PublishFacts {
  now: Instant
  /** The version that holds. */
  current: number
  /** The one that waits to hold. */
  waiting: Pick<PolicyVersion, 'version' | 'effectiveAt'> | undefined
  /** The errors that were found in the draft. */
  problems: readonly object[]
}

/** May this one publish this draft, to hold at once or from a moment on? */
export function decidePublish(
  draft: PolicyVersion,
  actorId: string,
  effectiveAt: Instant | null,
  { now, current, waiting, problems }: PublishFacts,
): 'publish' | Refusal {
  if (effectiveAt !== null && (effectiveAt <= now || effectiveAt > now + publishAheadMaxMs))
    return refuseField('effectiveAt', 'must be a moment within the next 90 days')
  if (draft.authorIds.includes(actorId)) return refuse('own_act')
  if (problems.length > 0) return refuse('policy_invalid', { problems })
  const over = decided(draft)
  if (over) return over
  if (draft.basedOn !== current) return refuse('policy_moved_on', { version: current })
  if (!waiting) return 'publish'
  const { version, effectiveAt: from } = waiting
  return refuse('policy_waiting', { version, effectiveAt: toIso(from ?? now) })
}

/** One place in which two policies differ; what is not there on a side is null. */
export interface PolicyDifference {
  at: string
  kind: 'added' | 'removed' | 'changed'
  before: unknown
  after: unknown
}

/** Where two policies differ, by the ids of rules and chains rather than their places. */
export function differences(before: OrganisationPolicy, after: OrganisationPolicy): PolicyDifference[] {
  const one = flatten(before)
  const other = flatten(after)
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((at): PolicyDifference[] => {
    const [was, is] = [one.get(at), other.get(at)]
    if (plain(was) === plain(is)) return []
    const kind = !one.has(at) ? 'added' : !other.has(at) ? 'removed' : 'changed'
    return [{ at, kind, before: jsonOf(was), after: jsonOf(is) }]
  })
}

const writeAmount = (_key: string, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)
const plain = (part: unknown) => JSON.stringify(part, writeAmount)
const jsonOf = (part: unknown): unknown => (part === undefined ? null : (JSON.parse(plain(part)) as unknown))

function flatten(policy: OrganisationPolicy): Map<string, unknown> {
  const parts = new Map<string, unknown>()
  for (const rule of policy.rules)
    for (const [key, part] of Object.entries(rule)) parts.set(`rules.${rule.id}.${key}`, part)
  for (const chain of policy.chains)
    for (const [key, part] of Object.entries(chain)) parts.set(`chains.${chain.id}.${key}`, part)
  for (const [kind, max] of Object.entries(policy.limits)) parts.set(`limits.${kind}`, max)
  for (const { role, ...sums } of policy.roleLimits)
    for (const [kind, max] of Object.entries(sums))
      if (max !== null) parts.set(`roleLimits.${role}.${kind}`, max)
  for (const [kind, max] of Object.entries(policy.totalLimits)) parts.set(`totalLimits.${kind}`, max)
  for (const { amount, chainId } of policy.thresholds) parts.set(`thresholds.${amount}`, chainId)
  for (const right of policy.recallRights) {
    const only = right.onlyMemberIds === null ? '' : `.${[...right.onlyMemberIds].sort().join('+')}`
    parts.set(`recallRights.${right.role}.${right.whose}${only}`, {
      withinS: right.withinS,
      reasonNeeded: right.reasonNeeded,
    })
  }
  parts.set('stepUpFrom', policy.stepUpFrom)
  parts.set('rulesChainId', policy.rulesChainId)
  parts.set('bulkMax', policy.bulkMax)
  parts.set('unsureHoldFrom', policy.unsureHoldFrom)
  return parts
}
