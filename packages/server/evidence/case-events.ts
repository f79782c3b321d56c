/** Every event of a case that its party may see: of the packet or transfer, and of what they were told came of it. */

import { isInsideAt } from '@laisee/core/group.ts'
import type { Tx } from '../db/db.ts'
import { readOfSource, readTold, type EventRow } from '../events/read.ts'
import { staysIn } from '../people/groups.ts'
import { eyesOf, type Case } from './case.ts'

const eventsMax = 1_000

export interface SourceEvents {
  sourceId: string
  events: readonly EventRow[]
}

export async function eventsOfCase(tx: Tx, about: Case): Promise<SourceEvents[]> {
  const { sourceId, isPayer, requests, instalments, disputes } = about
  const eyes = eyesOf(about)
  const found = new Map<string, readonly EventRow[]>()
  const keep = (id: string, events: readonly EventRow[]) => {
    if (events.length > 0) found.set(id, [...(found.get(id) ?? []), ...events])
  }
  keep(sourceId, (await readOfSource(tx, sourceId, isPayer ? 'all' : 'shared', 0n, eventsMax)).events)
  // Of a request or of instalments both sides are told everything.
  for (const id of [...requests.map((one) => one.id), ...instalments.map((one) => one.instalments.id)])
    keep(id, (await readOfSource(tx, id, 'all', 0n, eventsMax)).events)
  for (const { dispute } of disputes) keep(dispute.id, await readTold(tx, dispute.id, eyes, eventsMax))
  for (const [id, events] of await eventsOfFreezes(tx, about)) keep(id, events)
  if (about.collection) {
    const { id } = about.collection.collection
    keep(id, await readTold(tx, id, eyes, eventsMax))
  }
  if (about.notice) keep(about.notice.groupId, await eventsOfNotice(tx, about))
  return [...found].map(([id, events]) => ({ sourceId: id, events }))
}

/** A wallet's freezes are told to whose money it is, among much else; a packet's are among its own events. */
async function eventsOfFreezes(tx: Tx, { freezes, sourceId }: Case): Promise<[string, EventRow[]][]> {
  const byOwner = Map.groupBy(
    freezes.filter(({ subjectId }) => subjectId !== sourceId),
    ({ ownerId }) => ownerId,
  )
  const found: [string, EventRow[]][] = []
  for (const [ownerId, some] of byOwner) {
    const ids = some.map(({ id }) => id)
    found.push([ownerId, await readTold(tx, ownerId, [ownerId], eventsMax, { field: 'freezeId', ids })])
  }
  return found
}

/** Of what a group is told of the packet, what was said while this party was in it. */
async function eventsOfNotice(tx: Tx, { notice, sourceId, memberId }: Case): Promise<EventRow[]> {
  const { groupId } = notice!
  const about = { field: 'packetId', ids: [sourceId] }
  const told = await readTold(tx, groupId, [groupId], eventsMax, about)
  if (memberId === null) return told
  const stays = await staysIn(tx, groupId, memberId)
  return told.filter(({ at }) => stays.some((stay) => isInsideAt(stay, at)))
}
