/** What has happened to a transfer and what is to come, for one of its two sides. Pure. */

import type { Answer } from '@laisee/client/client.ts'

type Transfer = Answer<'readTransfer'>
export type Side = 'payer' | 'payee'

export type SaysKey =
  | 'held'
  | 'undo'
  | 'waiting'
  | 'waitingMe'
  | 'waitingFinal'
  | 'asks'
  | 'asksMe'
  | 'arrived'
  | 'arrivedMe'
  | 'approving'
  | 'rejected'
  | 'undone'
  | 'recalled'
  | 'recalledMe'
  | 'declined'
  | 'declinedMe'
  | 'returned'
  | 'returnedMe'

/** The one sentence under the amount, and the moment it counts down to. */
export function saysOf(transfer: Transfer, side: Side): { key: SaysKey; until: string | null } {
  const { state, approveBy, heldUntil, deliverAt, arriveAt, acceptBy, may } = transfer
  const isMe = side === 'payee'
  if (state === 'approving') return { key: 'approving', until: approveBy }
  if (state === 'held') return { key: 'held', until: heldUntil }
  if (state === 'undo') return { key: 'undo', until: deliverAt }
  if (state === 'waiting' && arriveAt === null) return { key: isMe ? 'asksMe' : 'asks', until: acceptBy }
  if (state === 'waiting') {
    const key = isMe ? 'waitingMe' : may.includes('recall') ? 'waiting' : 'waitingFinal'
    return { key, until: arriveAt }
  }
  if (state === 'undone' || state === 'rejected') return { key: state, until: null }
  return { key: isMe ? `${state}Me` : state, until: null }
}

export type StepKey =
  | 'sent'
  | 'heldUntil'
  | 'holdEnded'
  | 'undoUntil'
  | 'delivered'
  | 'accepted'
  | 'acceptedMe'
  | 'acceptBy'
  | 'willArrive'
  | 'arrived'
  | 'approveBy'
  | 'rejected'
  | 'undone'
  | 'recalled'
  | 'declined'
  | 'returned'

export interface Step {
  key: StepKey
  at: string
  /** Not yet: it is what will happen if nobody does anything. */
  isToCome: boolean
}

/** The steps in order; what is to come last. The payee has no part in the undo window. */
export function stepsOf(transfer: Transfer, side: Side): Step[] {
  const { state, sentAt, heldUntil, deliverAt, acceptedAt, acceptBy, arriveAt, closedAt } = transfer
  const done = (key: StepKey, at: string | null) => (at === null ? [] : [{ key, at, isToCome: false }])
  const toCome = (key: StepKey, at: string | null) => (at === null ? [] : [{ key, at, isToCome: true }])
  const sent = side === 'payer' ? done('sent', sentAt) : []
  if (state === 'approving') return [...sent, ...toCome('approveBy', transfer.approveBy)]
  if (state === 'rejected') return [...sent, ...done('rejected', closedAt)]
  if (state === 'held')
    return [
      ...sent,
      ...toCome('heldUntil', heldUntil),
      ...toCome('undoUntil', deliverAt),
      ...toCome('willArrive', arriveAt),
    ]
  // One that was undone in its hold never came to the end of it.
  const sawItsEnd = heldUntil !== null && (closedAt === null || Date.parse(heldUntil) <= Date.parse(closedAt))
  const begins = [...sent, ...done('holdEnded', sawItsEnd ? heldUntil : null)]
  if (state === 'undo')
    return [...begins, ...toCome('undoUntil', deliverAt), ...toCome('willArrive', arriveAt)]
  if (state === 'undone') return [...begins, ...done('undone', closedAt)]
  const soFar = [
    ...begins,
    ...done('delivered', deliverAt),
    ...done(side === 'payee' ? 'acceptedMe' : 'accepted', acceptedAt),
  ]
  if (state !== 'waiting') return [...soFar, ...done(state, closedAt)]
  return [...soFar, ...(arriveAt === null ? toCome('acceptBy', acceptBy) : toCome('willArrive', arriveAt))]
}
