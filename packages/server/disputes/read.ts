/** Disputes as they are read: the queue and what is closed by staff, one's own by a side. */

import { standingOf } from '@laisee/core/dispute.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  disputesOfMember,
  disputesOfSource,
  factsOfDispute,
  findDispute,
  type DisputeRow,
} from './disputes.sql.ts'
import type { LockedDispute } from './lock.ts'
import { closedDisputes, queueOfDisputes } from './queue.sql.ts'

export type { DisputeRow, FactRow } from './disputes.sql.ts'

/** A dispute with its facts, without a lock. Refuses `not_found`; who may read it is for the caller to ask. */
export async function readDispute(tx: Tx, id: string): Promise<LockedDispute> {
  const dispute = await tx.one(findDispute, id)
  if (!dispute) throw new RefusalError(refuse('not_found'))
  return withFacts(tx, dispute)
}

/** The same for a row that was read. */
export async function withFacts(tx: Tx, dispute: DisputeRow): Promise<LockedDispute> {
  const now = await tx.now(dispute.changedAt)
  const facts = await tx.run(factsOfDispute, dispute.sourceId, dispute.id)
  return { dispute, facts, standing: standingOf(dispute, facts, now), now }
}

/** A dispute's row by its id, without a lock; undefined where there is none. */
export function disputeById(tx: Tx, id: string): Promise<DisputeRow | undefined> {
  return tx.one(findDispute, id)
}

/** Who of the two sides has the money. */
export function holderOf({
  payerId,
  openerId,
  otherId,
}: Pick<DisputeRow, 'payerId' | 'openerId' | 'otherId'>): string {
  return payerId === openerId ? otherId : openerId
}

type Place = { at: Instant; id: string } | undefined

/** Whose of the queue: one agent's, nobody's yet, or all of it. */
export type InHandOf = { agentId: string } | 'nobody' | 'all'

/** The queue: the most urgent first, from after a place. */
export function queue(tx: Tx, of: InHandOf, after: Place, limit: number): Promise<DisputeRow[]> {
  const place = after ? ([toIso(after.at), after.id] as const) : (['-infinity', ''] as const)
  const agentId = typeof of === 'object' ? of.agentId : null
  return tx.run(queueOfDisputes, ...place, limit, agentId, of === 'nobody')
}

/** What is closed or withdrawn, latest first. */
export function closedOnes(tx: Tx, before: Place, limit: number): Promise<DisputeRow[]> {
  return tx.run(closedDisputes, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}

/** A member's own disputes, on either side, latest first. */
export function ownDisputes(tx: Tx, memberId: string, before: Place, limit: number): Promise<DisputeRow[]> {
  return tx.run(disputesOfMember, memberId, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}

/** Every dispute about a packet or transfer: for whoever gathers what happened to it. */
export function disputesAbout(tx: Tx, sourceId: string): Promise<DisputeRow[]> {
  return tx.run(disputesOfSource, sourceId)
}
