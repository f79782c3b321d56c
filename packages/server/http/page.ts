/**
 * Pages of a list. A verb is asked for one row more than the page holds; that row says there is a next page. The place
 * a cursor names is a moment and an id, both checked, so that a made-up cursor is refused and never reaches SQL.
 */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { fromIso, type Instant } from '@laisee/core/instant.ts'
import { decodeCursor, encodeCursor, type CursorPart } from './cursor.ts'
import { pageLimitDefault } from './schemas.ts'

/** Where in a list ordered by moment and id the page before ended. */
export interface Place {
  at: Instant
  id: string
}

export interface PageAsk {
  limit?: number
  cursor?: string
}

const lastMoment = fromIso('9999-12-31T23:59:59.999Z')!
const anyId = /^[a-z]{1,8}_[0-9a-z]{26}$/

/** The place a cursor of a list by moment and id names; undefined for the first page. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const [at, id] = decodeCursor(cursor, ['number', 'string']) as [number, string]
  if (!Number.isInteger(at) || at < 0 || at > lastMoment || !anyId.test(id)) throw madeUp()
  return { at, id }
}

/** The whole number a cursor of a numbered list names; undefined for the first page. */
export function numberOf(cursor: string | undefined): bigint | undefined {
  if (cursor === undefined) return undefined
  const [no] = decodeCursor(cursor, ['number']) as [number]
  if (!Number.isSafeInteger(no) || no < 0) throw madeUp()
  return BigInt(no)
}

function madeUp(): RefusalError {
  return new RefusalError(
    refuse('invalid_request', { errors: [{ field: 'cursor', message: 'is not a cursor of this list' }] }),
  )
}

/** How many rows a verb is asked for: the page, and one that says whether there is another. */
export function rowsFor(ask: PageAsk): number {
  return (ask.limit ?? pageLimitDefault) + 1
}

/** The reply to a paged query: `rows` as `rowsFor` asked for them, each shown, and the cursor `place` makes of the last. */
export function pageReply<Row, Item>(
  ask: PageAsk,
  rows: readonly Row[],
  show: (row: Row) => Item,
  place: (row: Row) => readonly CursorPart[],
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, ask.limit ?? pageLimitDefault)
  const last = kept.at(-1)
  return {
    items: kept.map(show),
    nextCursor: rows.length > kept.length && last !== undefined ? encodeCursor(place(last)) : null,
  }
}
