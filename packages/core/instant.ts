/**
 * A moment as whole milliseconds since 1970-01-01T00:00Z. The service reads it from the database's clock,
 * after its locks; core is only ever handed one.
 */

export type Instant = number

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/** A moment as the API writes it: RFC 3339 in UTC with milliseconds. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString()
}

/** A moment from an RFC 3339 text, or `undefined` where it is none. */
export function fromIso(text: string): Instant | undefined {
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}
