/**
 * Reading the streams backwards in time: a page of everything, of what a member is told, or of one source. Each is
 * read in one snapshot and gives the place to go on from; nothing appears later below it.
 */

import { isInsideAt, type Stay } from '@laisee/core/group.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { staysOf } from '../people/groups.ts'
import { groupMoments } from '../visibility.ts'
import { comparePlaces, placeBelow, placeOf, type Place } from './place.ts'
import {
  readAfter,
  readEnd,
  readEvents,
  readPlacesFor,
  readSource,
  readSourceTold,
  type EventRow,
  type PlaceRow,
  type ToldRow,
} from './read.sql.ts'

export type { EventRow } from './read.sql.ts'

export interface StreamPage<Row = EventRow> {
  events: Row[]
  /** Where the next page begins. */
  next: Place
  /** Whether there may be more now. */
  more: boolean
}

/** The place after everything that has been told until now. */
export async function endOfStreams(tx: Tx): Promise<Place> {
  return placeBelow((await tx.one(readEnd))!.below)
}

/** The organisation's stream: every event after a place. */
export async function readAll(tx: Tx, after: Place, limit: number): Promise<StreamPage<ToldRow>> {
  const events = await tx.run(readAfter, String(after.xid), after.sourceId, after.seq, limit)
  const last = events.at(-1)
  return { events, next: last ? placeOf(last) : after, more: events.length === limit }
}

/** A member's stream: what is told to them, and to each group while they are in it, after a place (visibility.ts). */
export async function readForMember(
  tx: Tx,
  memberId: string,
  after: Place,
  limit: number,
): Promise<StreamPage> {
  const stays = await staysOf(tx, memberId)
  const audiences = [memberId, ...new Set(stays.map((stay) => stay.groupId))]
  const found = new Map<string, { row: PlaceRow; audiences: string[] }>()
  for (const audienceId of audiences) {
    const rows = await tx.run(readPlacesFor, audienceId, String(after.xid), after.sourceId, after.seq, limit)
    for (const row of rows) {
      const name = nameOf(row)
      const known = found.get(name)
      if (known) known.audiences.push(audienceId)
      else found.set(name, { row, audiences: [audienceId] })
    }
  }
  const inOrder = [...found.values()].sort((a, b) => comparePlaces(placeOf(a.row), placeOf(b.row)))
  const taken = inOrder.slice(0, limit)
  const events = await eventsAt(
    tx,
    taken.map(({ row }) => row),
  )
  const told = await toldTo(
    tx,
    memberId,
    stays,
    events.map((event, i) => ({ event, audiences: taken[i]!.audiences })),
  )
  const last = taken.at(-1)
  return { events: told, next: last ? placeOf(last.row) : after, more: inOrder.length >= limit }
}

/** Those of these events that are told to the member, or to a group they were in at the moment that counts. */
export async function toldTo<Event extends { sourceId: string; at: Instant }>(
  tx: Tx,
  memberId: string,
  stays: readonly (Stay & { groupId: string })[],
  found: readonly { event: Event; audiences: readonly string[] }[],
): Promise<Event[]> {
  const moments = groupMoments(tx)
  await moments.readAhead(
    found.filter(({ audiences }) => !audiences.includes(memberId)).map(({ event }) => event),
  )
  const told: Event[] = []
  for (const { event, audiences } of found) {
    if (audiences.includes(memberId)) told.push(event)
    else {
      const moment = await moments.of(event)
      if (stays.some((stay) => audiences.includes(stay.groupId) && isInsideAt(stay, moment))) told.push(event)
    }
  }
  return told
}

/** Those of these events that are there, in no order. */
export async function eventsIfThere(
  tx: Tx,
  places: readonly Pick<PlaceRow, 'sourceId' | 'seq'>[],
): Promise<EventRow[]> {
  if (places.length === 0) return []
  return tx.run(
    readEvents,
    places.map(({ sourceId }) => sourceId),
    places.map(({ seq }) => seq),
  )
}

/** The events at these places, in their order. */
export async function eventsAt(
  tx: Tx,
  places: readonly Pick<PlaceRow, 'sourceId' | 'seq'>[],
): Promise<EventRow[]> {
  const rows = await eventsIfThere(tx, places)
  const byName = new Map(rows.map((row) => [nameOf(row), row]))
  return places.map((place) => byName.get(nameOf(place))!)
}

function nameOf({ sourceId, seq }: { sourceId: string; seq: bigint }): string {
  return `${sourceId} ${seq}`
}

export interface SourcePage {
  events: EventRow[]
  nextSeq: bigint
  more: boolean
}

/** One source's own stream after a number of its own: all of it, or what whoever may read the source may know. */
export async function readOfSource(
  tx: Tx,
  sourceId: string,
  sight: 'all' | 'shared',
  afterSeq: bigint,
  limit: number,
): Promise<SourcePage> {
  const events = await tx.run(readSource, sourceId, afterSeq, limit)
  const nextSeq = events.at(-1)?.seq ?? afterSeq
  const more = events.length === limit
  return { events: sight === 'all' ? events : events.filter((event) => event.isShared), nextSeq, more }
}

/** One source's events that are told to one of these; of them, those that are about one of `about.ids`. */
export function readTold(
  tx: Tx,
  sourceId: string,
  audience: readonly string[],
  limit: number,
  about?: { field: string; ids: readonly string[] },
): Promise<EventRow[]> {
  return tx.run(readSourceTold, sourceId, [...audience], about?.field ?? null, [...(about?.ids ?? [])], limit)
}
