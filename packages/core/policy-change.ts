/**
 * Versions of a policy: how they differ, and how a draft becomes what holds. Whoever wrote a draft does not publish it,
 * and a draft of what no longer holds is not published at all.
 */

import type { OrganisationPolicy } from './policy.ts'
import { refuse, type Refusal } from './refusals.ts'
import { toIso, type Instant } from './instant.ts'

export type VersionState = 'draft' | 'published' | 'withdrawn'

export interface PolicyVersion {
  version: number
  state: VersionState
  /** What held when it was begun. */
  basedOn: number
  authorIds: readonly string[]
  decidedAt: Instant | null
}

function decided({ state, decidedAt }: PolicyVersion): Refusal | undefined {
  const data = { decidedAt: toIso(decidedAt ?? 0) }
  if (state === 'published') return refuse('already_published', data)
  return state === 'withdrawn' ? refuse('already_withdrawn', data) : undefined
}

/** May a draft be changed, or withdrawn? */
export function decideChangeDraft(draft: PolicyVersion): 'write' | Refusal {
  return decided(draft) ?? 'write'
}

/** May this one publish this draft, now that `current` holds? `problems` counts the errors that were found in it. */
export function decidePublish(
  draft: PolicyVersion,
  actorId: string,
  current: number,
  problems: readonly object[],
): 'publish' | Refusal {
  if (draft.authorIds.includes(actorId)) return refuse('own_act')
  if (problems.length > 0) return refuse('policy_invalid', { problems })
  const over = decided(draft)
  if (over) return over
  return draft.basedOn === current ? 'publish' : refuse('policy_moved_on', { version: current })
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
  for (const { amount, chainId } of policy.thresholds) parts.set(`thresholds.${amount}`, chainId)
  for (const right of policy.recallRights) {
    const only = right.onlyMemberIds === null ? '' : `.${[...right.onlyMemberIds].sort().join('+')}`
    parts.set(`recallRights.${right.role}.${right.whose}${only}`, {
      withinS: right.withinS,
      reasonNeeded: right.reasonNeeded,
    })
  }
  parts.set('rulesChainId', policy.rulesChainId)
  parts.set('bulkMax', policy.bulkMax)
  parts.set('unsureHoldFrom', policy.unsureHoldFrom)
  return parts
}
