/** Whether somebody may recall what was sent on behalf of an organisation, by the policy that holds now. */

import type { Instant } from '@laisee/core/instant.ts'
import { isActive } from '@laisee/core/organisation.ts'
import { decideRecallRight } from '@laisee/core/recall-right.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
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

/** Refuse whoever has no right to this recall. Whoever is not of the organisation is told that there is no such send. */
export async function failIfNoRecallRight(
  tx: Tx,
  { organisationId, memberId, note, now }: RecallerAsk,
  send: { payerId: string; deliverAt: Instant },
): Promise<void> {
  const own = await membershipOf(tx, organisationId, memberId)
  if (!isActive(own) && send.payerId !== memberId) throw new RefusalError(refuse('not_found'))
  const { policy } = await policyOf(tx, organisationId)
  const roles = isActive(own) ? own.roles : []
  const saysWhy = note !== null && note.trim() !== ''
  orThrow(decideRecallRight(policy.recallRights, { memberId, roles, saysWhy }, send, now))
}
