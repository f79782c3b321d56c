/**
 * A transfer's life as pure rules. Loaded values in, a decision or a refusal out; nothing here reads a clock.
 *
 *   undo → waiting → arrived | recalled | declined | returned,   or   undo → undone
 *
 * It arrives at the later of delivery + delay and, where the profile asks for it, the payee's word; not accepted by
 * `acceptBy`, it goes back. Both are exact to the millisecond, however late the sweep that writes them down.
 */

import { secondMs, type Instant } from './instant.ts'
import type { Amount, Currency } from './money.ts'
import { profiles, type ProfileName } from './profile.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

export type TransferState = 'undo' | 'undone' | 'waiting' | 'arrived' | 'recalled' | 'declined' | 'returned'
export type TransferVerb = 'undo' | 'recall' | 'accept' | 'decline' | 'arrive' | 'return'
export type ClosedTransferState = Exclude<TransferState, 'undo' | 'waiting'>

export const transferStates: readonly TransferState[] = [
  'undo',
  'undone',
  'waiting',
  'arrived',
  'recalled',
  'declined',
  'returned',
]

/** Which verb can succeed in which state: the server, the screens and the docs all read this table. */
export const transferCan: Record<TransferVerb, readonly TransferState[]> = {
  undo: ['undo'],
  recall: ['waiting'],
  accept: ['waiting'],
  decline: ['waiting'],
  arrive: ['waiting'],
  return: ['waiting'],
}

/** Whose verb it is. The clock's are done by duties, and by nobody's request. */
export const transferVerbOf: Record<TransferVerb, 'payer' | 'payee' | 'clock'> = {
  undo: 'payer',
  recall: 'payer',
  accept: 'payee',
  decline: 'payee',
  arrive: 'clock',
  return: 'clock',
}

/** What a transfer is: fixed when it is sent. */
export interface TransferTerms {
  id: string
  payerId: string
  payeeId: string
  profile: ProfileName
  currency: Currency
  amount: Amount
  note: string
  delayS: number
  needsAcceptance: boolean
  sentAt: Instant
  deliverAt: Instant
  /** Until when the payee may accept; null where nobody is asked. */
  acceptBy: Instant | null
}

/** A transfer as its row stands. */
export interface Transfer extends TransferTerms {
  state: TransferState
  acceptedAt: Instant | null
  /** When it arrives, or arrived; null until the payee has accepted where that is asked. */
  arriveAt: Instant | null
  closedAt: Instant | null
  closedBy: string | null
  closeReason: string | null
  changedAt: Instant
}

/** How a transfer ended, who decided it and when. */
export interface TransferEnd {
  state: ClosedTransferState
  at: Instant
  by: string
}

/** The end as it stands decided at a moment, written down or not; nothing while the transfer is alive. */
export function transferEndAt(transfer: Transfer, now: Instant): TransferEnd | undefined {
  const { state, closedAt, acceptedAt, arriveAt, acceptBy } = transfer
  if (closedAt !== null && state !== 'undo' && state !== 'waiting')
    return { state, at: closedAt, by: transfer.closedBy ?? 'clock' }
  if (arriveAt !== null && now >= arriveAt) return { state: 'arrived', at: arriveAt, by: 'clock' }
  if (acceptedAt === null && acceptBy !== null && now >= acceptBy)
    return { state: 'returned', at: acceptBy, by: 'clock' }
  return undefined
}

/** The state at a moment: what the clock has decided counts even before a sweep has written it down. */
export function transferStateAt(transfer: Transfer, now: Instant): TransferState {
  return transferEndAt(transfer, now)?.state ?? (now >= transfer.deliverAt ? 'waiting' : 'undo')
}

const closedCode = {
  undone: 'already_undone',
  recalled: 'already_recalled',
  declined: 'already_declined',
  arrived: 'already_arrived',
  returned: 'already_returned',
} as const

/** The refusal that says a closed transfer's fate, who decided it and when; nothing while it is alive. */
export function closedTransferRefusal(transfer: Transfer, now: Instant): Refusal | undefined {
  const end = transferEndAt(transfer, now)
  return end && refuse(closedCode[end.state], { decidedAt: end.at, decidedBy: end.by })
}

/** May this member know that the transfer exists? The payer always; the payee from delivery, and never of an undone one. */
export function maySeeTransferAt(transfer: Transfer, memberId: string, now: Instant): boolean {
  if (memberId === transfer.payerId) return true
  return memberId === transfer.payeeId && now >= transfer.deliverAt && transfer.state !== 'undone'
}

/** Undo: the payer's own, until `deliverAt`; nothing was visible to the payee. */
export function decideUndoTransfer(transfer: Transfer, actorId: string, now: Instant): 'undo' | Refusal {
  if (actorId !== transfer.payerId) return refuse('not_found')
  const closed = closedTransferRefusal(transfer, now)
  if (closed) return closed
  if (!transferCan.undo.includes(transferStateAt(transfer, now)))
    return refuse('undo_window_over', { deliverAt: transfer.deliverAt })
  return 'undo'
}

/** Recall: the payer's own, from delivery until it arrives, where the profile offers it. All of it comes back: `CNCL`. */
export function decideRecallTransfer(
  transfer: Transfer,
  actorId: string,
  now: Instant,
): { result: 'CNCL' } | Refusal {
  if (actorId !== transfer.payerId) return refuse('not_found')
  const closed = closedTransferRefusal(transfer, now)
  if (closed) return closed
  if (transferStateAt(transfer, now) === 'undo')
    return refuse('not_delivered_yet', { deliverAt: transfer.deliverAt })
  if (!profiles[transfer.profile].recall) return refuse('not_recallable')
  return { result: 'CNCL' }
}

/** Accept: the payee's word, where the profile asks for it. It arrives then, or at the end of the delay if that is later. */
export function decideAcceptTransfer(
  transfer: Transfer,
  actorId: string,
  now: Instant,
): { acceptedAt: Instant; arriveAt: Instant } | Refusal {
  if (actorId !== transfer.payeeId || !maySeeTransferAt(transfer, actorId, now)) return refuse('not_found')
  const closed = closedTransferRefusal(transfer, now)
  if (closed) return closed
  if (transfer.acceptedAt !== null)
    return refuse('already_accepted', { acceptedAt: transfer.acceptedAt, arriveAt: transfer.arriveAt })
  if (!transfer.needsAcceptance) return refuse('acceptance_not_asked', { arriveAt: transfer.arriveAt })
  return { acceptedAt: now, arriveAt: Math.max(transfer.deliverAt + transfer.delayS * secondMs, now) }
}

/** Decline: the payee sends it back before it arrives, accepted or not. */
export function decideDeclineTransfer(
  transfer: Transfer,
  actorId: string,
  now: Instant,
): 'decline' | Refusal {
  if (actorId !== transfer.payeeId || !maySeeTransferAt(transfer, actorId, now)) return refuse('not_found')
  return closedTransferRefusal(transfer, now) ?? 'decline'
}

/**
 * Cancel: the payer never saw the answer to the send and wants the money back. An undo while that is possible, else a
 * recall; where neither is, the refusal of the recall says what happened instead.
 */
export function decideCancelTransfer(
  transfer: Transfer,
  actorId: string,
  now: Instant,
): 'undo' | 'recall' | Refusal {
  const undo = decideUndoTransfer(transfer, actorId, now)
  if (!isRefusal(undo)) return undo
  const recall = decideRecallTransfer(transfer, actorId, now)
  return isRefusal(recall) ? recall : 'recall'
}

/** Arrival is the clock's: due from `arriveAt`. Gives the moment it counts from, or nothing where it is not due. */
export function decideArrive(transfer: Transfer, now: Instant): Instant | undefined {
  return dueEnd(transfer, 'arrived', now)
}

/** The return of what nobody accepted is the clock's too: due from `acceptBy`. */
export function decideReturn(transfer: Transfer, now: Instant): Instant | undefined {
  return dueEnd(transfer, 'returned', now)
}

function dueEnd(transfer: Transfer, state: 'arrived' | 'returned', now: Instant): Instant | undefined {
  const end = transfer.closedAt === null ? transferEndAt(transfer, now) : undefined
  return end?.state === state ? end.at : undefined
}

/** Whether the payee is still to be told: delivery is due, and no one has written it down. */
export function deliveryDue(transfer: Transfer, now: Instant): boolean {
  return transfer.state === 'undo' && now >= transfer.deliverAt
}

/** The verbs that would succeed for this member now: what a screen offers. */
export function transferMay(transfer: Transfer, memberId: string, now: Instant): TransferVerb[] {
  const state = transferStateAt(transfer, now)
  const side = memberId === transfer.payerId ? 'payer' : memberId === transfer.payeeId ? 'payee' : undefined
  if (side === undefined || !maySeeTransferAt(transfer, memberId, now)) return []
  const offered: Partial<Record<TransferVerb, boolean>> = {
    recall: profiles[transfer.profile].recall,
    accept: transfer.needsAcceptance && transfer.acceptedAt === null,
  }
  const verbs = Object.keys(transferCan) as TransferVerb[]
  return verbs.filter(
    (verb) => transferVerbOf[verb] === side && transferCan[verb].includes(state) && (offered[verb] ?? true),
  )
}
