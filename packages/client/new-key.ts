/** A name for a write, new for each: for callers that keep it before they ask, to ask again or to cancel by it. */

/** An idempotency key like nobody else's. */
export function newKey(): string {
  return crypto.randomUUID()
}
