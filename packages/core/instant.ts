/**
 * A moment as whole milliseconds since 1970-01-01T00:00Z. The service reads it from the database's clock,
 * after its locks; core is only ever handed one.
 */

export type Instant = number

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/** Of a batch or a page most moments are the one before: the last text is kept. */
let lastAt: Instant = 0
let lastText = '1970-01-01T00:00:00.000Z'

/** A moment as the API writes it: RFC 3339 in UTC with milliseconds. */
export function toIso(at: Instant): string {
  if (at !== lastAt) {
    lastText = new Date(at).toISOString()
    lastAt = at
  }
  return lastText
}

/** A moment from an RFC 3339 text, or `undefined` where it is none. */
export function fromIso(text: string): Instant | undefined {
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}
