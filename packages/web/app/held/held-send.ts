/** A held packet or transfer as its card knows it. Pure. */

import { ownHoldReasons } from '@laisee/core/care.ts'
import type { Packet, Transfer } from '../data/queries.ts'

export interface HeldSend {
  kind: 'packet' | 'transfer'
  id: string
  /** Fen. */
  amount: number
  heldUntil: string
  heldReleaseFrom: string | null
  heldReasons: readonly string[]
  may: readonly string[]
}

/** The card of a packet, or nothing where it is not held for whoever looks. */
export function heldPacket(packet: Packet): HeldSend | undefined {
  if (packet.state !== 'held' || packet.heldUntil === null) return undefined
  const { id, total, heldUntil, heldReleaseFrom, heldReasons, may } = packet
  return { kind: 'packet', id, amount: total ?? 0, heldUntil, heldReleaseFrom, heldReasons, may }
}

/** The card of a transfer, or nothing where it is not held for whoever looks. */
export function heldTransfer(transfer: Transfer): HeldSend | undefined {
  if (transfer.state !== 'held' || transfer.heldUntil === null) return undefined
  const { id, amount, heldUntil, heldReleaseFrom, heldReasons, may } = transfer
  return { kind: 'transfer', id, amount, heldUntil, heldReleaseFrom, heldReasons, may }
}

/** Whether its sender can end the hold: now, later, or not at all. The service decides again. */
export function endOf({ heldReleaseFrom }: HeldSend, now: number): 'now' | 'later' | 'never' {
  if (heldReleaseFrom === null) return 'never'
  return now >= Date.parse(heldReleaseFrom) ? 'now' : 'later'
}

type KnownReason = (typeof ownHoldReasons)[number] | 'other'

/** The reasons to say, each once; those that this app has no words for are one. */
export function reasonsOf({ heldReasons }: HeldSend): KnownReason[] {
  const known = heldReasons.map((code) => ownHoldReasons.find((own) => own === code) ?? 'other')
  return [...new Set<KnownReason>(known)]
}
