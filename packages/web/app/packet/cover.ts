/**
 * Which cover a packet wears for whoever looks at it, and what the clock will change about it. Pure: facts and a moment
 * in, a cover out. The order is that of the claim's own rules, so that the cover never promises what a claim refuses.
 */

import type { PacketState, PacketVerb } from '@laisee/core/packet.ts'

/** What a cover needs to know of a packet; the API's packet has all of it. */
export interface CoverFacts {
  state: PacketState
  payerId: string
  audience: 'member' | 'members' | 'group' | 'link'
  recipientId: string | null
  notBefore: string | null
  frozenUntil: string | null
  test: boolean
  hasPassphrase: boolean
  approveBy: string | null
  heldUntil: string | null
  deliverAt: string
  expireAt: string
  askedNotToOpenAt: string | null
  closedAt: string | null
  closedBy: string | null
  myShare: object | null
  may: readonly PacketVerb[]
}

export type ClosedKind = 'sold_out' | 'expired' | 'recalled' | 'declined' | 'undone' | 'rejected'

export type Cover =
  /** A share of it is already this member's. */
  | { kind: 'mine' }
  /** It can be claimed now. `asked`: the sender hopes it stays closed. */
  | { kind: 'ready'; hasPassphrase: boolean; asked: boolean; mayDecline: boolean }
  | { kind: ClosedKind; atMs: number }
  | { kind: 'approving' | 'held' | 'undo'; untilMs: number }
  | { kind: 'not_yet'; fromMs: number; mayDecline: boolean }
  | { kind: 'frozen'; untilMs: number }
  | { kind: 'paused'; mayDecline: boolean }
  | { kind: 'test'; mayDecline: boolean }
  /** One's own packet to others, and one that is for somebody else. */
  | { kind: 'own' }
  | { kind: 'for_other' }

const closedKinds: Partial<Record<PacketState, ClosedKind>> = {
  claimed_out: 'sold_out',
  expired: 'expired',
  recalled: 'recalled',
  declined: 'declined',
  undone: 'undone',
  rejected: 'rejected',
}

/** The state as the clock has it, also before the packet was read again. */
function stateNow(
  packet: Pick<CoverFacts, 'state' | 'expireAt' | 'closedAt' | 'frozenUntil'>,
  now: number,
): PacketState {
  const isFrozen = packet.frozenUntil !== null && now < Date.parse(packet.frozenUntil)
  const isOver = packet.closedAt === null && now >= Date.parse(packet.expireAt) && !isFrozen
  return isOver ? 'expired' : packet.state
}

/** The cover for a member at a moment. */
export function coverOf(packet: CoverFacts, memberId: string, now: number): Cover {
  if (packet.myShare !== null) return { kind: 'mine' }
  const state = stateNow(packet, now)
  const closed = closedKinds[state]
  if (closed !== undefined) return { kind: closed, atMs: Date.parse(packet.closedAt ?? packet.expireAt) }
  if (state === 'approving')
    return { kind: 'approving', untilMs: Date.parse(packet.approveBy ?? packet.deliverAt) }
  if (state === 'held') return { kind: 'held', untilMs: Date.parse(packet.heldUntil ?? packet.deliverAt) }
  if (state === 'undo') return { kind: 'undo', untilMs: Date.parse(packet.deliverAt) }
  const isNamed = packet.audience === 'members' || packet.recipientId !== null
  if (packet.payerId === memberId && isNamed) return { kind: 'own' }
  if (packet.recipientId !== null && packet.recipientId !== memberId) return { kind: 'for_other' }
  const mayDecline = packet.may.includes('decline')
  if (packet.test) return { kind: 'test', mayDecline }
  const frozenMs = packet.frozenUntil === null ? 0 : Date.parse(packet.frozenUntil)
  if (now < frozenMs) return { kind: 'frozen', untilMs: frozenMs }
  if (state === 'paused') return { kind: 'paused', mayDecline }
  const fromMs = packet.notBefore === null ? 0 : Date.parse(packet.notBefore)
  if (now < fromMs) return { kind: 'not_yet', fromMs, mayDecline }
  const asked = packet.askedNotToOpenAt !== null
  return { kind: 'ready', hasPassphrase: packet.hasPassphrase, asked, mayDecline }
}

/** Whether the clock has changed the packet since it was read, so that it must be read again. */
export function isStale(
  packet: Pick<
    CoverFacts,
    'state' | 'closedAt' | 'approveBy' | 'heldUntil' | 'deliverAt' | 'expireAt' | 'frozenUntil'
  >,
  now: number,
): boolean {
  if (packet.state === 'approving') return now >= Date.parse(packet.approveBy ?? packet.deliverAt)
  if (packet.state === 'held') return now >= Date.parse(packet.heldUntil ?? packet.deliverAt)
  if (packet.state === 'undo') return now >= Date.parse(packet.deliverAt)
  const isAlive = packet.state === 'open' || packet.state === 'paused'
  // Frozen, it lasts past its end; then it is another at once.
  const endMs = Math.max(Date.parse(packet.expireAt), Date.parse(packet.frozenUntil ?? packet.expireAt))
  return isAlive && now >= endMs
}

/** A loss by more than this was no race: the cover was only old. */
const raceMaxMs = 60_000

/**
 * By how many seconds a press came too late for what was decided meanwhile: at least one. Undefined where nothing says
 * when, and where it was long ago.
 */
export function lateByS(pressedAtMs: number, decidedAt: unknown): number | undefined {
  const decidedMs = typeof decidedAt === 'string' ? Date.parse(decidedAt) : Number.NaN
  const lateMs = pressedAtMs - decidedMs
  if (Number.isNaN(lateMs) || lateMs > raceMaxMs) return undefined
  return Math.max(1, Math.round(lateMs / 1_000))
}
