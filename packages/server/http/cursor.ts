/** A cursor is opaque to whoever holds it: base64url of the JSON of its parts. One that was made up is refused. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'

export type CursorPart = string | number

/** The cursor after the item that these parts place. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The parts of a cursor, checked against `shape` ('string' or 'number' each). Throws `invalid_request` on `cursor`. */
export function decodeCursor(cursor: string, shape: readonly ('string' | 'number')[]): CursorPart[] {
  const parts = parse(cursor)
  if (
    Array.isArray(parts) &&
    parts.length === shape.length &&
    shape.every((type, i) => typeof parts[i] === type)
  )
    return parts as CursorPart[]
  throw new RefusalError(
    refuse('invalid_request', { errors: [{ field: 'cursor', message: 'is not a cursor of this list' }] }),
  )
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
