/**
 * What may be done with a transfer, as pure rules: loaded values in, a decision or a refusal out, in the order of the
 * registry. Nothing here reads a clock.
 */

import { secondMs, type Instant } from './instant.ts'
import { profiles } from './profile.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import {
  closedTransferRefusal,
  isUndeliveredTransfer,
  maySeeTransferAt,
  transferCan,
  transferEndAt,
  transferStateAt,
  type Transfer,
  type TransferEnd,
} from './transfer.ts'

/** Undo: the payer's own, in a hold and until `deliverAt`; nothing was visible to the payee. */
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
  if (isUndeliveredTransfer(transferStateAt(transfer, now)))
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

/** Arrival is the clock's: due from `arriveAt`. Gives the end to write down, or nothing where it is not due. */
export function decideArrive(transfer: Transfer, now: Instant): TransferEnd | undefined {
  return unwrittenEnd(transfer, 'arrived', now)
}

/** The return of what nobody accepted is the clock's too: due from `acceptBy`. */
export function decideReturn(transfer: Transfer, now: Instant): TransferEnd | undefined {
  return unwrittenEnd(transfer, 'returned', now)
}

function unwrittenEnd(
  transfer: Transfer,
  state: 'arrived' | 'returned',
  now: Instant,
): TransferEnd | undefined {
  const end = transfer.closedAt === null ? transferEndAt(transfer, now) : undefined
  return end?.state === state ? end : undefined
}
