/**
 * A place in the streams. Events stand in the order of their transactions' numbers, then by source and its own
 * number: an order in which nothing appears later below what was read (insertEvent in events.sql.ts says why).
 */

import type { PlaceRow } from './read.sql.ts'

export interface Place {
  xid: bigint
  sourceId: string
  seq: bigint
}

/** Before every event. */
export const firstPlace: Place = { xid: 0n, sourceId: '', seq: 0n }

/** After every event of a transaction below `xid`, before every other. */
export function placeBelow(xid: string): Place {
  return { xid: BigInt(xid), sourceId: '', seq: 0n }
}

/** Where an event stands. */
export function placeOf(row: PlaceRow): Place {
  return { xid: BigInt(row.xid), sourceId: row.sourceId, seq: row.seq }
}

/** Below zero where `a` stands before `b`. Ids are ASCII, so this is the database's order by bytes. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1
  return a.seq === b.seq ? 0 : a.seq < b.seq ? -1 : 1
}
