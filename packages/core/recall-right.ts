/**
 * Recall rights: who may take back what was sent on behalf of an organisation, own or others', until when, and whether
 * they have to say why. Without an organisation a payer recalls their own, where the profile has recall (recall.ts).
 */

import { dayMs, toIso, type Instant } from './instant.ts'
import type { Amount } from './money.ts'
import type { OrganisationRole } from './organisation.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

export interface RecallRight {
  role: OrganisationRole
  whose: 'own' | 'others'
  /** From delivery; null for as long as there is something to take back. */
  withinS: number | null
  reasonNeeded: boolean
  /** Only these of the role; null for all of them. */
  onlyMemberIds: readonly string[] | null
}

export const recallWithinMaxS = (30 * dayMs) / 1_000

/** The rights of a policy, with the version of it that gives them. */
export interface RightsInForce {
  policyVersion: number
  rights: readonly RecallRight[]
}

/** Whoever asks for a recall: their roles in the organisation, and whether they said why. */
export interface RecallAsker {
  memberId: string
  roles: readonly OrganisationRole[]
  saysWhy: boolean
}

/** The right that somebody has to one send now: until when, null for no end; and whether they have to say why. */
export interface HeldRight {
  until: Instant | null
  reasonNeeded: boolean
}

/** The widest right this one has to recall that send by these rights now. */
export function rightToRecall(
  { policyVersion, rights }: RightsInForce,
  { memberId, roles }: Omit<RecallAsker, 'saysWhy'>,
  send: { payerId: string; deliverAt: Instant },
  now: Instant,
): HeldRight | Refusal {
  const whose = send.payerId === memberId ? 'own' : 'others'
  const held = rights.filter(
    (right) =>
      right.whose === whose &&
      roles.includes(right.role) &&
      (right.onlyMemberIds === null || right.onlyMemberIds.includes(memberId)),
  )
  if (held.length === 0) return refuse('recall_right_missing', { whose, policyVersion })
  const untilOf = ({ withinS }: RecallRight) =>
    withinS === null ? Infinity : send.deliverAt + withinS * 1_000
  const inTime = held.filter((right) => now < untilOf(right))
  if (inTime.length === 0)
    return refuse('recall_too_late', { until: toIso(Math.max(...held.map(untilOf))), policyVersion })
  const until = Math.max(...inTime.map(untilOf))
  return {
    until: until === Infinity ? null : until,
    reasonNeeded: inTime.every(({ reasonNeeded }) => reasonNeeded),
  }
}

/** May this one recall that send by these rights? The widest right they have counts. */
export function decideRecallRight(
  inForce: RightsInForce,
  asker: RecallAsker,
  send: { payerId: string; deliverAt: Instant },
  now: Instant,
): 'recall' | Refusal {
  const right = rightToRecall(inForce, asker, send, now)
  if (isRefusal(right)) return right
  if (asker.saysWhy || !right.reasonNeeded) return 'recall'
  return refuse('recall_reason_needed', { field: 'note', policyVersion: inForce.policyVersion })
}

/** What a recall by somebody would bring back now, or why it would not: what became of the send comes before the right. */
export interface RecallChance {
  returned: Amount
  right: HeldRight | null
  refusal: Refusal | null
}

/** The chance of a recall, from what became of the send and the right to it. */
export function recallChance(
  decided: { returned: Amount } | Refusal,
  right: HeldRight | Refusal,
): RecallChance {
  const held = isRefusal(right) ? null : right
  if (isRefusal(decided)) return { returned: 0n, right: held, refusal: decided }
  if (isRefusal(right)) return { returned: 0n, right: null, refusal: right }
  return { returned: decided.returned, right, refusal: null }
}
