/**
 * A transfer's life: its states, and what is true of it at a moment. Its verbs are in transfer-verbs.ts.
 *
 *   approving → held → undo → waiting → arrived | recalled | declined | returned
 *   approving, held, undo → undone,   approving → rejected
 *
 * It waits for approval only where a policy asks for it (approving.ts). It is held only where the payer's own care or the guard asks for it (hold.ts).
 * It arrives at the later of delivery + delay and, where the profile asks for it, the payee's word; not accepted by
 * `acceptBy`, it goes back. Both are exact to the millisecond, however late the sweep that writes them down.
 */

import { isTimedOut, type Approving } from './approving.ts'
import { isHeldAt, isReleasableAt, type Held } from './hold.ts'
import type { Instant } from './instant.ts'
import type { Amount, Currency } from './money.ts'
import { profiles, type ProfileName } from './profile.ts'
import { refuse, type Refusal } from './refusals.ts'

export type TransferState =
  | 'approving'
  | 'rejected'
  | 'held'
  | 'undo'
  | 'undone'
  | 'waiting'
  | 'arrived'
  | 'recalled'
  | 'declined'
  | 'returned'
export type TransferVerb = 'undo' | 'end_hold' | 'recall' | 'accept' | 'decline' | 'arrive' | 'return'
export type ClosedTransferState = Exclude<TransferState, 'approving' | 'held' | 'undo' | 'waiting'>

export const transferStates: readonly TransferState[] = [
  'approving',
  'rejected',
  'held',
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
  undo: ['approving', 'held', 'undo'],
  end_hold: ['held'],
  recall: ['waiting'],
  accept: ['waiting'],
  decline: ['waiting'],
  arrive: ['waiting'],
  return: ['waiting'],
}

/** Whose verb it is. The clock's are done by duties, and by nobody's request. */
export const transferVerbOf: Record<TransferVerb, 'payer' | 'payee' | 'clock'> = {
  undo: 'payer',
  end_hold: 'payer',
  recall: 'payer',
  accept: 'payee',
  decline: 'payee',
  arrive: 'clock',
  return: 'clock',
}

/** What a transfer is: fixed when it is sent. Only an approval, or a payer who ends a hold early, brings its moments forward. */
export interface TransferTerms extends Held, Approving {
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
  /** The member who decided; null for the clock. */
  by: string | null
  /** An ISO 20022 reason code, where there is one. */
  reason: string | null
}

/** ISO 20022: no answer from the beneficiary. */
const noAnswer = 'NOAS'

/** The end as it stands decided at a moment, written down or not; nothing while the transfer is alive. */
export function transferEndAt(transfer: Transfer, now: Instant): TransferEnd | undefined {
  const { state, closedAt, closedBy, closeReason, acceptedAt, arriveAt, acceptBy } = transfer
  if (closedAt !== null && !isUndeliveredTransfer(state) && state !== 'waiting') {
    return { state, at: closedAt, by: closedBy, reason: closeReason }
  }
  if (state === 'approving')
    return isTimedOut(transfer, now)
      ? { state: 'rejected', at: transfer.approveBy!, by: null, reason: null }
      : undefined
  if (arriveAt !== null && now >= arriveAt) return { state: 'arrived', at: arriveAt, by: null, reason: null }
  if (acceptedAt === null && acceptBy !== null && now >= acceptBy) {
    return { state: 'returned', at: acceptBy, by: null, reason: noAnswer }
  }
  return undefined
}

/** The state at a moment: what the clock has decided counts even before a sweep has written it down. */
export function transferStateAt(transfer: Transfer, now: Instant): TransferState {
  const end = transferEndAt(transfer, now)
  if (end) return end.state
  if (transfer.state === 'approving') return 'approving'
  if (now >= transfer.deliverAt) return 'waiting'
  return isHeldAt(transfer, now) ? 'held' : 'undo'
}

/** Whether a transfer in this state is there for its payer only, and may still be undone. */
export function isUndeliveredTransfer(state: TransferState): state is 'approving' | 'held' | 'undo' {
  return state === 'approving' || state === 'held' || state === 'undo'
}

/** Whether a transfer is, and stays, there for its payer and whoever approves for them alone, as its row says. */
export function isTransferKeptFromOthers({ state }: Pick<Transfer, 'state'>): boolean {
  return state === 'approving' || state === 'rejected' || state === 'undone'
}

const closedCode = {
  rejected: 'already_rejected',
  undone: 'already_undone',
  recalled: 'already_recalled',
  declined: 'already_declined',
  arrived: 'already_arrived',
  returned: 'already_returned',
} as const

/** The refusal that says a closed transfer's fate, who decided it and when; nothing while it is alive. */
export function closedTransferRefusal(transfer: Transfer, now: Instant): Refusal | undefined {
  const end = transferEndAt(transfer, now)
  return end && refuse(closedCode[end.state], { decidedAt: end.at, decidedBy: end.by ?? 'clock' })
}

/** May this member know that the transfer exists? The payer always; the payee from delivery, and never of one that is undone, rejected or waits for approval. */
export function maySeeTransferAt(transfer: Transfer, memberId: string, now: Instant): boolean {
  if (memberId === transfer.payerId) return true
  return memberId === transfer.payeeId && now >= transfer.deliverAt && !isTransferKeptFromOthers(transfer)
}

/** Whether the payee is still to be told: delivery is due, and no one has written it down. */
export function deliveryDue(transfer: Transfer, now: Instant): boolean {
  return transfer.state !== 'approving' && isUndeliveredTransfer(transfer.state) && now >= transfer.deliverAt
}

/** Whether the payer is still to be told that the hold is over. */
export function transferHoldEndDue(transfer: Transfer, now: Instant): boolean {
  return transfer.state === 'held' && !isHeldAt(transfer, now)
}

/** The verbs that would succeed for this member now: what a screen offers. */
export function transferMay(transfer: Transfer, memberId: string, now: Instant): TransferVerb[] {
  const state = transferStateAt(transfer, now)
  const side = memberId === transfer.payerId ? 'payer' : memberId === transfer.payeeId ? 'payee' : undefined
  if (side === undefined || !maySeeTransferAt(transfer, memberId, now)) return []
  const offered: Partial<Record<TransferVerb, boolean>> = {
    end_hold: isReleasableAt(transfer, now),
    recall: profiles[transfer.profile].recall,
    accept: transfer.needsAcceptance && transfer.acceptedAt === null,
  }
  const verbs = Object.keys(transferCan) as TransferVerb[]
  return verbs.filter(
    (verb) => transferVerbOf[verb] === side && transferCan[verb].includes(state) && (offered[verb] ?? true),
  )
}
