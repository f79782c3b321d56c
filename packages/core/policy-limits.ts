/**
 * The limits of an organisation's policy, in layers: for each sender; for whoever holds another role as well; and for all
 * that is sent on its behalf together. Of each kind the strictest layer binds, and the answer names it with the version of
 * the policy it stands in. The day and the month are the organisation's.
 */

import { toIso } from './instant.ts'
import {
  leftOf,
  limitCodes,
  limitKinds,
  type Counted,
  type Left,
  type LimitKind,
  type LimitSums,
  type Spending,
} from './limits.ts'
import type { Amount } from './money.ts'
import type { OrganisationRole } from './organisation.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { Periods } from './wall-day.ts'

/** The roles that a sender may hold beside it (organisation.ts keeps the others apart). */
export const limitedRoles = ['approver', 'administrator'] as const satisfies readonly OrganisationRole[]
export type LimitedRole = (typeof limitedRoles)[number]

/** What each sender who holds this role may send. */
export interface RoleLimits extends LimitSums {
  role: LimitedRole
}

/** What may be sent on behalf in all, by everybody together. */
export type TotalLimits = Pick<LimitSums, 'day' | 'month'>

/** Every limit that a policy sets. */
export interface PolicyLimits {
  /** For each sender. */
  limits: LimitSums
  roleLimits: readonly RoleLimits[]
  totalLimits: TotalLimits
}

/** In this order: where two layers leave the same, the first of them is named. */
export const organisationLayers = ['organisation', 'role', 'total'] as const
export type OrganisationLayer = (typeof organisationLayers)[number]

/** A sender as these limits see them: their roles, and what was sent in the present day and month. */
export interface LimitedSender {
  roles: readonly OrganisationRole[]
  /** By them, on behalf of the organisation. */
  own: Counted
  /** By everybody on behalf of the organisation. */
  total: Counted
}

interface Layered {
  layer: OrganisationLayer
  role?: LimitedRole
  max: Amount
  counted: Amount
}

/** The limits of one kind that bind a sender. */
function bindingOf(
  { limits, roleLimits, totalLimits }: PolicyLimits,
  kind: LimitKind,
  { roles, own, total }: LimitedSender,
): Layered[] {
  const found: Layered[] = []
  const add = (layer: OrganisationLayer, max: Amount | null, by: Counted, role?: LimitedRole) => {
    const counted = isTimed(kind) ? by[kind] : 0n
    if (max !== null) found.push({ layer, max, counted, ...(role && { role }) })
  }
  add('organisation', limits[kind], own)
  for (const one of roleLimits) if (roles.includes(one.role)) add('role', one[kind], own, one.role)
  if (isTimed(kind)) add('total', totalLimits[kind], total)
  return found
}

const isTimed = (kind: LimitKind): kind is 'day' | 'month' => kind === 'day' || kind === 'month'
const leftIn = ({ max, counted }: Layered) => leftOf(max, counted)

/** Whether a limit lets this through. A share is judged by the average, and a part of a plan by the plan's sum. */
function lets(bound: Layered, kind: LimitKind, { amount, count, whole = amount }: Spending): boolean {
  if (isTimed(kind)) return amount <= leftIn(bound)
  return whole <= (kind === 'share' ? bound.max * BigInt(count) : bound.max)
}

/** The one that leaves least; undefined where nothing is limited. */
function strictestOf(policy: PolicyLimits, kind: LimitKind, sender: LimitedSender): Layered | undefined {
  return bindingOf(policy, kind, sender).reduce<Layered | undefined>(
    (least, one) => (least && leftIn(least) <= leftIn(one) ? least : one),
    undefined,
  )
}

/** May this be sent by the organisation's limits? The share first, then the send, the day and the month. */
export function decideOrganisationLimits(
  policy: PolicyLimits,
  ask: Spending,
  sender: LimitedSender,
  { periods, policyVersion }: { periods: Periods; policyVersion: number },
): 'within' | Refusal {
  for (const kind of limitKinds) {
    const bound = strictestOf(policy, kind, sender)
    if (!bound || lets(bound, kind, ask)) continue
    const { layer, role, max } = bound
    const timed = isTimed(kind) && { left: Number(leftIn(bound)), renewsAt: toIso(periods[kind].endsAt) }
    return refuse(limitCodes[kind], {
      field: ask.field,
      max: Number(max),
      layer,
      ...(role && { role }),
      ...timed,
      policyVersion,
    })
  }
  return 'within'
}

/** What these limits leave this sender after a send of this sum; null where there is no limit. */
export function leftInOrganisation(policy: PolicyLimits, amount: Amount, sender: LimitedSender): Left {
  const after = (kind: 'day' | 'month') => {
    const bound = strictestOf(policy, kind, sender)
    return bound ? leftOf(bound.max, bound.counted + amount) : null
  }
  return { day: after('day'), month: after('month') }
}

/** What binds a sender now, of each kind: the most, and what is left of it where it is counted. */
export interface StandingLimit {
  kind: LimitKind
  max: Amount
  left: Amount
  layer: OrganisationLayer
}

/** Every kind of limit that binds this sender now. */
export function standingLimits(policy: PolicyLimits, sender: LimitedSender): StandingLimit[] {
  return limitKinds.flatMap((kind) => {
    const bound = strictestOf(policy, kind, sender)
    return bound ? [{ kind, max: bound.max, left: leftIn(bound), layer: bound.layer }] : []
  })
}

const paths = { organisation: 'limits', role: 'roleLimits', total: 'totalLimits' } as const

/** Every limit that would not let this through, as a path into the policy. */
export function limitsExceeded(policy: PolicyLimits, ask: Spending, sender: LimitedSender): string[] {
  return limitKinds.flatMap((kind) =>
    bindingOf(policy, kind, sender)
      .filter((bound) => !lets(bound, kind, ask))
      .map(({ layer, role }) => [paths[layer], ...(role ? [role] : []), kind].join('.')),
  )
}
