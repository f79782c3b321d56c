/** An event as the feed hands it on: with whose streams it belongs to. */

import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { membersAt } from '../people/groups.ts'
import { groupMoments } from '../visibility.ts'
import { placeOf, type Place } from './place.ts'
import type { EventRow, ToldRow } from './read.sql.ts'

/** What a stream sends of an event. */
export interface Frame {
  readonly id: string
  readonly data: unknown
}

/** What streams of one topic were sent of some events, and between which places of theirs that is. */
export interface Told {
  readonly from: Place
  readonly to: Place
  /** One list for all who are sent the same, so that it is written out once. */
  readonly frames: readonly Frame[]
}

/** Events that are handed on together: one object for all who listen to the same. */
export interface Heard {
  readonly events: FedEvent[]
  /** By the topic's name. */
  readonly told: Map<string, Told>
}

/** An event on its way, and whose streams it belongs to. */
export interface FedEvent {
  row: EventRow
  place: Place
  /** Members, groups and the source itself, as the event was told. */
  audience: ReadonlySet<string>
  /** The members of it, with those who were in its groups at the moment that counts (visibility.ts). */
  memberIds: ReadonlySet<string>
}

/** Who was told what lately, by audience and moment. */
export type Circles = Map<string, ReadonlySet<string>>

const circlesMax = 32

/**
 * These events, each with its audience. Who was in a group at a moment that has passed does not change: `circles` keeps
 * it for the next events of the same packet, for a group may be large and its packet claimed in many batches.
 */
export async function withAudiences(tx: Tx, rows: readonly ToldRow[], circles: Circles): Promise<FedEvent[]> {
  const moments = groupMoments(tx)
  await moments.readAhead(rows.filter(({ audience }) => audience.some(isGroup)))
  const fed: FedEvent[] = []
  for (const row of rows) {
    const moment = row.audience.some(isGroup) ? await moments.of(row) : row.at
    const memberIds = await circleOf(tx, row, moment, circles)
    fed.push({ row, place: placeOf(row), audience: new Set(row.audience), memberIds })
  }
  return fed
}

const isGroup = (id: string): boolean => isIdOf('group', id)

async function circleOf(
  tx: Tx,
  { audience, at }: ToldRow,
  moment: Instant,
  circles: Circles,
): Promise<ReadonlySet<string>> {
  const name = `${toIso(moment)} ${audience.join()}`
  const kept = circles.get(name)
  if (kept) return kept
  const members = new Set(audience.filter((id) => isIdOf('member', id)))
  for (const groupId of audience.filter(isGroup))
    for (const memberId of await membersAt(tx, groupId, moment)) members.add(memberId)
  if (moment < at) {
    circles.set(name, members)
    if (circles.size > circlesMax) circles.delete(circles.keys().next().value!)
  }
  return members
}
