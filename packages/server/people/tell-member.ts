/** Telling what happened to a member: everything that is theirs shares one dense sequence, under their row's lock. */

import type { EventKind } from '@laisee/core/events.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { takeMemberSeq } from './members.sql.ts'

export interface MemberEvent {
  kind: EventKind
  at: Instant
  data: Record<string, unknown>
}

/** Write an event of this member, told to nobody else. */
export async function tellMember(tx: Tx, memberId: string, event: MemberEvent): Promise<void> {
  const taken = await tx.one(takeMemberSeq, memberId)
  if (!taken) throw new Error(`no member ${memberId} to tell of ${event.kind}`)
  await tell(tx, { sourceId: memberId, seq: taken.eventCount, audience: [memberId], ...event })
}
