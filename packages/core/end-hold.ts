/**
 * Ending a hold early: the sender has slept on it. The undo window begins now, and every moment that was counted from
 * the end of the hold comes forward by what is left of it.
 */

import { holdRefusal } from './hold.ts'
import type { Instant } from './instant.ts'
import { closedRefusal, packetCan, stateAt, type Packet, type PacketActor } from './packet.ts'
import { refuse, type Refusal } from './refusals.ts'
import { closedTransferRefusal, transferCan, transferStateAt, type Transfer } from './transfer.ts'

/** The moments of a packet whose hold ends now. */
export interface PacketTimes {
  heldUntil: Instant
  deliverAt: Instant
  expireAt: Instant
}

/**
 * End a packet's hold: the payer's own, from `heldReleaseFrom` on. Refused too where the packet would be over before
 * its `notBefore`, for its end comes forward with its delivery.
 */
export function decideEndHold(packet: Packet, actor: PacketActor, now: Instant): PacketTimes | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  if (!packetCan.end_hold.includes(stateAt(packet, now))) return refuse('not_held')
  const left = packet.heldUntil! - now
  const expireAt = packet.expireAt - left
  if (packet.notBefore !== null && packet.notBefore >= expireAt)
    return refuse('not_before_after_expiry', { field: 'notBefore' })
  return holdRefusal(packet, now) ?? { heldUntil: now, deliverAt: packet.deliverAt - left, expireAt }
}

/** The moments of a transfer whose hold ends now. */
export interface TransferHoldEnd {
  heldUntil: Instant
  deliverAt: Instant
  acceptBy: Instant | null
  arriveAt: Instant | null
}

/** End a transfer's hold: the payer's own, from `heldReleaseFrom` on. */
export function decideEndTransferHold(
  transfer: Transfer,
  actorId: string,
  now: Instant,
): TransferHoldEnd | Refusal {
  if (actorId !== transfer.payerId) return refuse('not_found')
  const closed = closedTransferRefusal(transfer, now)
  if (closed) return closed
  if (!transferCan.end_hold.includes(transferStateAt(transfer, now))) return refuse('not_held')
  const refusal = holdRefusal(transfer, now)
  if (refusal) return refusal
  const left = transfer.heldUntil! - now
  const sooner = (at: Instant | null) => (at === null ? null : at - left)
  return {
    heldUntil: now,
    deliverAt: transfer.deliverAt - left,
    acceptBy: sooner(transfer.acceptBy),
    arriveAt: sooner(transfer.arriveAt),
  }
}
