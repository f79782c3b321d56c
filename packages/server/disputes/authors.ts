/** Who of the service's staff stands behind what the sides of a dispute were told of as `staff`: for whoever reads the log. */

import { shownActor, type DisputeRole } from '@laisee/core/dispute-actor.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { factsOfDispute, findDispute } from './disputes.sql.ts'

export interface Author {
  id: string
  role: DisputeRole
}

/** The authors of these events' facts, by source and number; none for what a side or the clock did. */
export async function authorsOf(
  tx: Tx,
  events: readonly { sourceId: string; seq: number }[],
): Promise<ReadonlyMap<string, Author>> {
  const authors = new Map<string, Author>()
  const disputeIds = new Set(events.map(({ sourceId }) => sourceId).filter((id) => isIdOf('dispute', id)))
  for (const disputeId of disputeIds) {
    const dispute = await tx.one(findDispute, disputeId)
    if (!dispute) continue
    for (const { no, by } of await tx.run(factsOfDispute, dispute.sourceId, disputeId)) {
      const { by: id, byRole: role } = shownActor(by, dispute, 'staff')
      if (role !== null) authors.set(authorKey({ sourceId: disputeId, seq: no }), { id, role })
    }
  }
  return authors
}

export function authorKey({ sourceId, seq }: { sourceId: string; seq: number }): string {
  return `${sourceId} ${seq}`
}
