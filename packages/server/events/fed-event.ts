/** An event as the feed hands it on: with whose streams it belongs to. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { membersAt } from '../people/groups.ts'
import { groupMoments, type GroupMoments } from '../visibility.ts'
import { placeOf, type Place } from './place.ts'
import type { EventRow, ToldRow } from './read.sql.ts'

/** An event on its way, and whose streams it belongs to. */
export interface FedEvent {
  row: EventRow
  place: Place
  /** Members, groups and the source itself, as the event was told. */
  audience: ReadonlySet<string>
  /** The members of it, with those who were in its groups at the moment that counts (visibility.ts). */
  memberIds: ReadonlySet<string>
}

/** These events, each with its audience. */
export async function withAudiences(tx: Tx, rows: readonly ToldRow[]): Promise<FedEvent[]> {
  const moments = groupMoments(tx)
  const fed: FedEvent[] = []
  for (const row of rows) {
    const audience = new Set(row.audience)
    fed.push({ row, place: placeOf(row), audience, memberIds: await membersOf(tx, audience, row, moments) })
  }
  return fed
}

async function membersOf(
  tx: Tx,
  audience: ReadonlySet<string>,
  row: EventRow,
  moments: GroupMoments,
): Promise<Set<string>> {
  const members = new Set<string>()
  for (const id of audience) {
    if (isIdOf('member', id)) members.add(id)
    else if (isIdOf('group', id))
      for (const memberId of await membersAt(tx, id, await moments.of(row))) members.add(memberId)
  }
  return members
}
