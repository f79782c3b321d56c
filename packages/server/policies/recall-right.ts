/** Whether somebody may recall what was sent on behalf of an organisation, by the policy that holds now. */

import type { Instant } from '@laisee/core/instant.ts'
import { organisationOf, type PaidFrom } from '@laisee/core/on-behalf.ts'
import { isActive, type Membership, type OrganisationRole } from '@laisee/core/organisation.ts'
import {
  decideRecallRight,
  rightToRecall,
  type HeldRight,
  type RightsInForce,
} from '@laisee/core/recall-right.ts'
import { isRefusal, orThrow, refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { membershipOf } from '../organisations/standing.ts'
import { policyOf, type CurrentPolicy } from './read-policy.ts'

export interface RecallerAsk {
  organisationId: string
  memberId: string
  /** Why, in words; null where nothing was said. */
  note: string | null
  now: Instant
}

/** What a recall of an organisation's send may be refused for, beside what any recall may. */
export const recallRightRefusals = [
  'recall_right_missing',
  'recall_too_late',
  'recall_reason_needed',
] as const

/**
 * The recall that was decided, for whoever has a right to it. Whoever is not of the organisation is told that there is
 * no such send; what became of the send comes before the right.
 */
export async function passRecallRight<Decided extends object>(
  tx: Tx,
  { organisationId, memberId, note, now }: RecallerAsk,
  send: { payerId: string; deliverAt: Instant },
  decision: Decided | Refusal,
): Promise<Decided> {
  const own = await membershipOf(tx, organisationId, memberId)
  if (!isActive(own) && send.payerId !== memberId) throw new RefusalError(refuse('not_found'))
  const decided = orThrow(decision)
  const saysWhy = note !== null && note.trim() !== ''
  const inForce = rightsOf(await policyOf(tx, organisationId, now))
  orThrow(decideRecallRight(inForce, { memberId, roles: rolesIn(own), saysWhy }, send, now))
  return decided
}

/** The recall rights of a policy, under its version. */
export function rightsOf({ version, policy }: CurrentPolicy): RightsInForce {
  return { policyVersion: version, rights: policy.recallRights }
}

const rolesIn = (own: Membership | undefined) => (isActive(own) ? own.roles : [])

/** A send as a recall right looks at it. */
export type RecallableSend = PaidFrom & { payerId: string; deliverAt: Instant }

/**
 * The right this member has now to recall each of these, what became of it aside: only of what an organisation paid, by
 * the policy that holds; null where they have none. A screen that offers a recall asks this; the recall decides again.
 */
export async function heldRights(
  tx: Tx,
  memberId: string,
  sends: readonly RecallableSend[],
  now: Instant,
): Promise<(HeldRight | null)[]> {
  const standings = new Map<string, { roles: readonly OrganisationRole[]; inForce: RightsInForce }>()
  for (const organisationId of new Set(sends.flatMap((send) => organisationOf(send) ?? []))) {
    const roles = rolesIn(await membershipOf(tx, organisationId, memberId))
    standings.set(organisationId, { roles, inForce: rightsOf(await policyOf(tx, organisationId, now)) })
  }
  return sends.map((send) => {
    const standing = standings.get(organisationOf(send) ?? '')
    if (!standing) return null
    const right = rightToRecall(standing.inForce, { memberId, roles: standing.roles }, send, now)
    return isRefusal(right) ? null : right
  })
}
