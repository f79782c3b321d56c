/** A field that no rule of ours can read: the same answer as the edge gives, so that a caller sees one shape. */

import { refuse, type Refusal } from './refusals.ts'

/** Say which field is at fault, and what it must be. */
export function refuseField(field: string, message: string): Refusal {
  return refuse('invalid_request', { errors: [{ field, message }] })
}

/** The value a field was read as, or the refusal that says what it must be. */
export function fieldOr<T>(value: T | undefined, field: string, message: string): T | Refusal {
  return value === undefined ? refuseField(field, message) : value
}
