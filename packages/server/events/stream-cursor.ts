/** Where a stream of several topics stands, as one opaque text: a page's `cursor`, an event's `id`, `Last-Event-ID`. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Place } from './place.ts'

export const streamCursorMax = 4_096

/** The places by topic's name. */
export type Places = Map<string, Place>

/** The cursor that says these places. */
export function writeCursor(places: Places): string {
  const parts = [...places].map(([name, { xid, sourceId, seq }]) => [
    name,
    String(xid),
    sourceId,
    Number(seq),
  ])
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

const number = /^\d{1,20}$/
const source = /^([a-z]{1,8}_[0-9a-z]{26})?$/
const xidMax = 2n ** 63n

/** The places a cursor says; none without one. Refuses `invalid_request` on `cursor` where it was made up. */
export function readCursor(text: string | undefined): Places {
  if (text === undefined) return new Map()
  const parts = parse(text)
  if (!Array.isArray(parts)) throw madeUp()
  return new Map(parts.map(placeIn))
}

function placeIn(part: unknown): [string, Place] {
  if (!Array.isArray(part) || part.length !== 4) throw madeUp()
  const [name, xid, sourceId, seq] = part as unknown[]
  if (typeof name !== 'string' || typeof xid !== 'string' || typeof sourceId !== 'string') throw madeUp()
  if (!number.test(xid) || BigInt(xid) >= xidMax || !source.test(sourceId)) throw madeUp()
  if (!Number.isSafeInteger(seq) || (seq as number) < 0) throw madeUp()
  return [name, { xid: BigInt(xid), sourceId, seq: BigInt(seq as number) }]
}

function parse(text: string): unknown {
  if (text.length > streamCursorMax) return undefined
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

function madeUp(): RefusalError {
  return new RefusalError(
    refuse('invalid_request', { errors: [{ field: 'cursor', message: 'is not a cursor of this stream' }] }),
  )
}
