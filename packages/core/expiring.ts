/**
 * Telling, once, that something is about to expire: an hour before its end, or in the last quarter of its life where
 * that is shorter than four hours. Never after the end, never of what nobody can act on any more.
 */

import { hourMs, type Instant } from './instant.ts'
import { stateAt, type Packet } from './packet.ts'
import { transferStateAt, type Transfer } from './transfer.ts'

/** When it is to be told that something delivered at one moment ends at another. */
export function expiringAt(deliverAt: Instant, endAt: Instant): Instant {
  return endAt - Math.min(hourMs, Math.floor((endAt - deliverAt) / 4))
}

/**
 * Whom to tell now that a packet is about to expire; nobody where it is not time, or too late, or nothing is left to
 * claim. Of a packet that nobody can claim, paused or a test, only its payer hears.
 */
export function decideTellExpiring(packet: Packet, now: Instant): 'everyone' | 'payer' | undefined {
  if (now < expiringAt(packet.deliverAt, packet.expireAt)) return undefined
  const state = stateAt(packet, now)
  if (state !== 'open' && state !== 'paused') return undefined
  return state === 'paused' || packet.test ? 'payer' : 'everyone'
}

/** Whether it is to be told now that a transfer goes back unless its payee accepts it soon. */
export function decideTellExpiringTransfer(transfer: Transfer, now: Instant): boolean {
  const { acceptBy, acceptedAt, deliverAt } = transfer
  if (acceptBy === null || acceptedAt !== null || now < expiringAt(deliverAt, acceptBy)) return false
  return transferStateAt(transfer, now) === 'waiting'
}
