/** A place in an inbox as one opaque text: a notice's `cursor`, a page's `nextCursor`, `through`. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { PlaceBack } from '../events/read-back.ts'

const number = /^\d{1,19}$/
const source = /^([a-z]{1,8}_[0-9a-z]{26})?$/
const xidMax = 2n ** 63n
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

/** The text of a place. */
export function placeText({ xid, at, sourceId, seq }: PlaceBack): string {
  return Buffer.from(JSON.stringify([String(xid), at, sourceId, Number(seq)])).toString('base64url')
}

/** The place a text says. Refuses `invalid_request` on `field` where it was made up. */
export function placeFrom(text: string, field: string): PlaceBack {
  const parts = parse(text)
  if (!Array.isArray(parts) || parts.length !== 4) throw madeUp(field)
  const [xid, at, sourceId, seq] = parts as unknown[]
  if (typeof xid !== 'string' || !number.test(xid) || BigInt(xid) >= xidMax) throw madeUp(field)
  if (!isWhole(at, lastMoment) || !isWhole(seq, Number.MAX_SAFE_INTEGER)) throw madeUp(field)
  if (typeof sourceId !== 'string' || !source.test(sourceId)) throw madeUp(field)
  return { xid: BigInt(xid), at, sourceId, seq: BigInt(seq) }
}

function isWhole(part: unknown, max: number): part is number {
  return Number.isSafeInteger(part) && (part as number) >= 0 && (part as number) <= max
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

function madeUp(field: string): RefusalError {
  return new RefusalError(
    refuse('invalid_request', { errors: [{ field, message: 'is not a place in this inbox' }] }),
  )
}
