/** A held packet or transfer as its card knows it. Pure. */

import { ownHoldReasons } from '@laisee/core/care.ts'
import { purseOf, type Purse } from '../data/purse.ts'
import type { Packet, Transfer } from '../data/queries.ts'

export interface HeldSend {
  kind: 'packet' | 'transfer'
  id: string
  /** Fen. */
  amount: number
  paidFrom: Purse
  heldUntil: string
  heldReleaseFrom: string | null
  heldReasons: readonly string[]
  may: readonly string[]
}

/** The card of a packet, or nothing where it is not held for whoever looks. */
export function heldPacket(packet: Packet): HeldSend | undefined {
  if (packet.state !== 'held' || packet.heldUntil === null) return undefined
  const { id, total, heldUntil, heldReleaseFrom, heldReasons, may } = packet
  const sum = { amount: total ?? 0, paidFrom: purseOf(packet) }
  return { kind: 'packet', id, ...sum, heldUntil, heldReleaseFrom, heldReasons, may }
}

/** The card of a transfer, or nothing where it is not held for whoever looks. */
export function heldTransfer(transfer: Transfer): HeldSend | undefined {
  if (transfer.state !== 'held' || transfer.heldUntil === null) return undefined
  const { id, amount, heldUntil, heldReleaseFrom, heldReasons, may } = transfer
  const sum = { amount, paidFrom: purseOf(transfer) }
  return { kind: 'transfer', id, ...sum, heldUntil, heldReleaseFrom, heldReasons, may }
}

/** Whether its sender can end the hold: now, later, or not at all. The service decides again. */
export function endOf({ heldReleaseFrom }: HeldSend, now: number): 'now' | 'later' | 'never' {
  if (heldReleaseFrom === null) return 'never'
  return now >= Date.parse(heldReleaseFrom) ? 'now' : 'later'
}

type OwnReason = (typeof ownHoldReasons)[number]
const ownReason = (code: string) => ownHoldReasons.find((own) => own === code)

/** Whether the guard holds it too: its reasons are said with what it knew (held-reasons.ts). */
export function isHeldByGuard({ heldReasons }: HeldSend): boolean {
  return heldReasons.some((code) => ownReason(code) === undefined)
}

/** A reason in the app's own words, or as the guard says it. */
export type SaidReason = { key: OwnReason | 'other' } | { text: string }

/** The reasons to say, each once; those that nobody has words for, or not yet, are one. */
export function reasonsOf(
  { heldReasons }: HeldSend,
  guardSays: Readonly<Record<string, string>> = {},
): SaidReason[] {
  const said: SaidReason[] = []
  let hasOther = false
  for (const code of new Set(heldReasons)) {
    const own = ownReason(code)
    if (own !== undefined) said.push({ key: own })
    else if (Object.hasOwn(guardSays, code)) said.push({ text: guardSays[code]! })
    else if (!hasOther) {
      hasOther = true
      said.push({ key: 'other' })
    }
  }
  return said
}
