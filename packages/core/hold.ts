/**
 * A hold: a send that waits before its undo window begins. Nobody but its payer knows of it; they may take it back at
 * any moment, and end the hold early from `heldReleaseFrom` on, where there is one. Everything after it counts from its
 * end, and is fixed at the send: the clock alone decides.
 */

import { toIso, type Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

/** A hold as it is asked for at the send. Several may ask; the strictest of each is what counts. */
export interface Hold {
  /** From the send to the beginning of the undo window. */
  forMs: number
  /** From the send until the sender may end it early; null where they may not. */
  releaseAfterMs: number | null
  /** Codes of why, at least one; screens put them into words. */
  reasons: readonly string[]
}

/** A hold as it stands with a send; one that was ended early ended at `heldUntil`. */
export interface Held {
  heldUntil: Instant | null
  heldReleaseFrom: Instant | null
  heldReasons: readonly string[]
}

export const notHeld: Held = { heldUntil: null, heldReleaseFrom: null, heldReasons: [] }

/** The moments of a hold that begins now; a release that would come no earlier than the end is none. */
export function heldFrom(hold: Hold | undefined, now: Instant): Held {
  if (!hold) return notHeld
  if (!(hold.forMs > 0) || hold.reasons.length === 0) throw new Error('a hold lasts, and says why')
  const { forMs, releaseAfterMs } = hold
  const releasable = releaseAfterMs !== null && releaseAfterMs < forMs
  return {
    heldUntil: now + forMs,
    heldReleaseFrom: releasable ? now + Math.max(releaseAfterMs, 0) : null,
    heldReasons: [...new Set(hold.reasons)],
  }
}

/** All of these holds in one: as long as the longest, released no earlier than any of them, for all their reasons. */
export function strictestHold(...holds: readonly (Hold | undefined)[]): Hold | undefined {
  return holds.reduce((one, other) => {
    if (!one || !other) return one ?? other
    const kept = one.releaseAfterMs === null || other.releaseAfterMs === null
    return {
      forMs: Math.max(one.forMs, other.forMs),
      releaseAfterMs: kept ? null : Math.max(one.releaseAfterMs!, other.releaseAfterMs!),
      reasons: [...new Set([...one.reasons, ...other.reasons])],
    }
  }, undefined)
}

/** Whether a send that is not delivered yet is still in its hold. */
export function isHeldAt({ heldUntil }: Held, now: Instant): boolean {
  return heldUntil !== null && now < heldUntil
}

/** Whether the sender may end a hold early by now. */
export function isReleasableAt(held: Held, now: Instant): boolean {
  return isHeldAt(held, now) && held.heldReleaseFrom !== null && now >= held.heldReleaseFrom
}

/** The refusal to end a hold at a moment at which it may not be; nothing where it may. */
export function holdRefusal(held: Held, now: Instant): Refusal | undefined {
  if (isReleasableAt(held, now)) return undefined
  const { heldReleaseFrom, heldUntil } = held
  return refuse('hold_not_over_yet', {
    releaseFrom: heldReleaseFrom === null ? null : toIso(heldReleaseFrom),
    heldUntil: heldUntil === null ? null : toIso(heldUntil),
  })
}
