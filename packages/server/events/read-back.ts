/**
 * A member's stream read backwards: what was told last comes first. It is the stream of read.ts to the last event, by
 * the same rules of who hears what; within one transaction events stand by their moment, for a transaction may tell of
 * many. Only heads are read here (what an event tells may be long), a window of them at a time.
 */

import type { EventKind } from '@laisee/core/events.ts'
import type { Stay } from '@laisee/core/group.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { staysOf } from '../people/groups.ts'
import { readHeads, readKindsOfSources, readPlacesBack, type HeadRow } from './read-back.sql.ts'
import { readEnd } from './read.sql.ts'

/** Where an event stands when the stream is read backwards. */
export interface PlaceBack {
  xid: bigint
  at: Instant
  sourceId: string
  seq: bigint
}

const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')
const lastXid = 2n ** 63n - 1n

/** The place after everything that is told up to a transaction's number. */
function throughXid(xid: bigint): PlaceBack {
  return { xid, at: lastMoment, sourceId: '', seq: 0n }
}

/** The place after everything that has been told until now. */
export async function endOfTold(tx: Tx): Promise<PlaceBack> {
  return throughXid(BigInt((await tx.one(readEnd))!.below) - 1n)
}

/** Below zero where `a` stands before `b`. */
export function comparePlacesBack(a: PlaceBack, b: PlaceBack): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1
  if (a.at !== b.at) return a.at - b.at
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1
  return a.seq === b.seq ? 0 : a.seq < b.seq ? -1 : 1
}

/** Whose stream: the member, and their stays in groups. */
export interface StreamReader {
  memberId: string
  stays: readonly (Stay & { groupId: string })[]
}

/** Know a member's groups, for any number of windows. */
export async function streamReader(tx: Tx, memberId: string): Promise<StreamReader> {
  return { memberId, stays: await staysOf(tx, memberId) }
}

/** An event without what it tells, and under which names the member may have heard it. */
export interface Head {
  place: PlaceBack
  sourceId: string
  seq: bigint
  kind: EventKind
  at: Instant
  audiences: readonly string[]
}

export interface Window {
  /** Last told first. Whether the member was in a group at the moment that counts is still to be asked (toldTo). */
  heads: Head[]
  /** Where older ones go on; undefined at the beginning of the stream. */
  older: PlaceBack | undefined
}

/** The heads of some kinds before a place, from the last `size` events or so of each name the member hears under. */
export async function readWindowBack(
  tx: Tx,
  reader: StreamReader,
  { before, kinds, size }: { before: PlaceBack | undefined; kinds: readonly EventKind[]; size: number },
): Promise<Window> {
  const audiences = [reader.memberId, ...new Set(reader.stays.map((stay) => stay.groupId))]
  const xidMax = String(before?.xid ?? lastXid)
  const found = new Map<string, { sourceId: string; seq: bigint; xid: bigint; audiences: string[] }>()
  let floor = 0n
  for (const audienceId of audiences) {
    const rows = await tx.run(readPlacesBack, audienceId, xidMax, size)
    const last = rows.at(-1)
    if (last && rows.length >= size && BigInt(last.xid) > floor) floor = BigInt(last.xid)
    for (const { sourceId, seq, xid } of rows) {
      const name = `${sourceId} ${seq}`
      const known = found.get(name)
      if (known) known.audiences.push(audienceId)
      else found.set(name, { sourceId, seq, xid: BigInt(xid), audiences: [audienceId] })
    }
  }
  const whole = [...found.values()].filter(({ xid }) => xid >= floor)
  const rows =
    whole.length === 0
      ? []
      : await tx.run(
          readHeads,
          whole.map(({ sourceId }) => sourceId),
          whole.map(({ seq }) => seq),
          [...kinds],
        )
  const heads = rows
    .map((row) => headOf(row, found.get(`${row.sourceId} ${row.seq}`)!.audiences))
    .filter(({ place }) => before === undefined || comparePlacesBack(place, before) < 0)
    .sort((a, b) => comparePlacesBack(b.place, a.place))
  return { heads, older: floor === 0n ? undefined : throughXid(floor - 1n) }
}

function headOf({ xid, sourceId, seq, kind, at }: HeadRow, audiences: readonly string[]): Head {
  return { place: { xid: BigInt(xid), at, sourceId, seq }, sourceId, seq, kind, at, audiences }
}

/** What of some kinds these sources have told, by source and number. */
export function kindsTold(
  tx: Tx,
  sourceIds: readonly string[],
  kinds: readonly EventKind[],
): Promise<{ sourceId: string; seq: bigint; kind: EventKind }[]> {
  if (sourceIds.length === 0) return Promise.resolve([])
  return tx.run(readKindsOfSources, [...new Set(sourceIds)], [...kinds])
}
