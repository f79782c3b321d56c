/** Which of one's own sends has a bar now, and what a screen reader is told of its countdown. Pure. */

import type { OwnSend } from './sends-data.ts'

/** How long a bar says that it was sent, after its window. */
const afterMs = 6_000
/** How long a bar says that a send waits, for its hold or for somebody's word, after it was sent. */
const heldMs = 30_000
const alive = new Set(['held', 'undo', 'open', 'paused', 'waiting'])

/** `held`: it was sent a moment ago, and waits; `undo`: it can be undone; `sent`: its window is just over. */
export function barOf(send: OwnSend, now: number): 'held' | 'undo' | 'sent' | undefined {
  if (send.hasNoBar) return undefined
  const deliverAt = Date.parse(send.deliverAt)
  if (send.state === 'approving') return now < Date.parse(send.sentAt) + heldMs ? 'held' : undefined
  if (send.state === 'held' && now < Date.parse(send.undoFrom))
    return now < Date.parse(send.sentAt) + heldMs ? 'held' : undefined
  // What the clock has ended counts before it was read again.
  if ((send.state === 'undo' || send.state === 'held') && now < deliverAt) return 'undo'
  const isSent = alive.has(send.state) || (send.state === 'arrived' && send.arrivesAtOnce)
  return isSent && now >= deliverAt && now < deliverAt + afterMs ? 'sent' : undefined
}

/** The sends that have a bar, the newest first. */
export function sendsWithBars(sends: readonly OwnSend[], now: number): OwnSend[] {
  return sends
    .filter((send) => barOf(send, now) !== undefined)
    .sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt))
}

/** Seconds left, the one that is running counted whole. */
export function secondsLeft(send: Pick<OwnSend, 'deliverAt'>, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(send.deliverAt) - now) / 1_000))
}

/** How much of the window is left, from 1 to 0. */
export function shareLeft(
  { undoFrom, deliverAt }: Pick<OwnSend, 'undoFrom' | 'deliverAt'>,
  now: number,
): number {
  const window = Date.parse(deliverAt) - Date.parse(undoFrom)
  const left = Date.parse(deliverAt) - now
  return window <= 0 ? 0 : Math.min(1, Math.max(0, left / window))
}

const told = [30, 10, 5]

/**
 * The seconds a screen reader has last been told: the whole window at first, then at thirty, ten and five, so that it is
 * not talking all the time.
 */
export function secondsTold(send: Pick<OwnSend, 'undoFrom' | 'deliverAt'>, now: number): number {
  const window = secondsLeft(send, Date.parse(send.undoFrom))
  const left = secondsLeft(send, now)
  return told.findLast((step) => step < window && left <= step) ?? window
}
