/** A dispute under lock, with what its facts make of it. */

import type { Actor } from '@laisee/core/actor.ts'
import { standingOf, type DisputeStanding } from '@laisee/core/dispute.ts'
import { type AgentFacts } from '@laisee/core/dispute-verbs.ts'
import { keptActor } from '@laisee/core/freeze.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { factsOfDispute, findDispute, lockDisputeRow, type DisputeRow, type FactRow } from './disputes.sql.ts'
import { isInvolvedIn } from './involved.ts'
import { isSide } from './parties.ts'

export interface LockedDispute {
  dispute: DisputeRow
  facts: FactRow[]
  standing: DisputeStanding
  now: Instant
}

/** Lock a dispute by its id. Refuses `not_found`. */
export async function lockDispute(tx: Tx, id: string): Promise<LockedDispute> {
  const found = await tx.one(findDispute, id)
  const dispute = found && (await tx.one(lockDisputeRow, found.sourceId, id))
  if (!dispute) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(dispute.changedAt)
  const facts = await tx.run(factsOfDispute, dispute.sourceId, id)
  return { dispute, facts, standing: standingOf(dispute, facts, now), now }
}

/** The same for one of its two sides; nobody else learns that it is there. */
export async function lockAsSide(tx: Tx, id: string, memberId: string): Promise<LockedDispute> {
  const locked = await lockDispute(tx, id)
  if (!isSide(locked.dispute, memberId)) throw new RefusalError(refuse('not_found'))
  return locked
}

/** What the rules need to know of whoever works on it. An operator's key is nobody's side. */
export async function agentFacts(tx: Tx, dispute: DisputeRow, by: Actor): Promise<AgentFacts> {
  const isParty = by.kind === 'member' && (await isInvolvedIn(tx, dispute, by.memberId))
  return { by: keptActor(by), isParty }
}
