/**
 * Recall rights: who may take back what was sent on behalf of an organisation, own or others', until when, and whether
 * they have to say why. Without an organisation a payer recalls their own, where the profile has recall (recall.ts).
 */

import { dayMs, toIso, type Instant } from './instant.ts'
import type { OrganisationRole } from './organisation.ts'
import { refuse, type Refusal } from './refusals.ts'

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

/** Whoever asks for a recall: their roles in the organisation, and whether they said why. */
export interface RecallAsker {
  memberId: string
  roles: readonly OrganisationRole[]
  saysWhy: boolean
}

/** May this one recall that send by these rights? The widest right they have counts. */
export function decideRecallRight(
  rights: readonly RecallRight[],
  asker: RecallAsker,
  send: { payerId: string; deliverAt: Instant },
  now: Instant,
): 'recall' | Refusal {
  const { memberId, roles, saysWhy } = asker
  const whose = send.payerId === memberId ? 'own' : 'others'
  const held = rights.filter(
    (right) =>
      right.whose === whose &&
      roles.includes(right.role) &&
      (right.onlyMemberIds === null || right.onlyMemberIds.includes(memberId)),
  )
  if (held.length === 0) return refuse('recall_right_missing', { whose })
  const untilOf = ({ withinS }: RecallRight) =>
    withinS === null ? Infinity : send.deliverAt + withinS * 1_000
  const inTime = held.filter((right) => now < untilOf(right))
  if (inTime.length === 0) return refuse('recall_too_late', { until: toIso(Math.max(...held.map(untilOf))) })
  return saysWhy || inTime.some(({ reasonNeeded }) => !reasonNeeded)
    ? 'recall'
    : refuse('recall_reason_needed', { field: 'note' })
}
