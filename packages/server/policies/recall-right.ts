/** Whether somebody may recall what was sent on behalf of an organisation, by the policy that holds now. */

import type { Instant } from '@laisee/core/instant.ts'
import { isActive } from '@laisee/core/organisation.ts'
import { decideRecallRight } from '@laisee/core/recall-right.ts'
import { orThrow, refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { membershipOf } from '../organisations/standing.ts'
import { policyOf } from './read-policy.ts'

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
  const { policy } = await policyOf(tx, organisationId)
  const roles = isActive(own) ? own.roles : []
  const saysWhy = note !== null && note.trim() !== ''
  orThrow(decideRecallRight(policy.recallRights, { memberId, roles, saysWhy }, send, now))
  return decided
}
