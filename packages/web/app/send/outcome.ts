/** What became of a send, as far as this device can know. Pure. */

import type { Answer, RefusalError } from '@laisee/client/client.ts'
import { isFinalNo } from '../data/final-no.ts'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'

export type Packet = Answer<'readPacket'>
export type Transfer = Answer<'readTransfer'>
export type Sent = { kind: 'packet'; packet: Packet } | { kind: 'transfer'; transfer: Transfer }

/** `unknown`: it may have happened, and may not. */
export type Outcome =
  { result: 'sent'; sent: Sent } | { result: 'refused'; error: RefusalError } | { result: 'unknown' }

/** A send that was not answered with what it made: refused for good, or of unknown outcome. */
export function outcomeOfFailure(error: unknown): Outcome {
  return isFinalNo(error) ? { result: 'refused', error } : { result: 'unknown' }
}

/** The service forgets a key after a day at the earliest; an hour is left for clocks. */
export const keyLivesMs = 23 * hourMs
/** So long after the press, asking again is what its sender still expects. */
export const youngMs = 2 * minuteMs
/** Another page that waits for its own answer is given this long before anybody is asked about it. */
const foreignMs = 3_000

export interface PendingFacts {
  pressedAt: number
  /** This page pressed the button, and has been alive since. */
  isMine: boolean
  /** At least one attempt of this page ended without an answer. */
  isUnanswered: boolean
}

/**
 * What to do about a send without an answer: wait for it; check it again by itself; ask its sender; or, when the
 * service may have forgotten its key, send nothing again under it.
 */
export function pendingStage(
  { pressedAt, isMine, isUnanswered }: PendingFacts,
  now: number,
): 'waiting' | 'checking' | 'ask' | 'too_old' {
  const age = Math.abs(now - pressedAt)
  if (age > keyLivesMs) return 'too_old'
  if (isMine) return isUnanswered ? (age < youngMs ? 'checking' : 'ask') : 'waiting'
  return age < foreignMs ? 'waiting' : 'ask'
}
