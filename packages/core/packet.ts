/**
 * A packet's life as pure rules. Loaded values in, a decision or a refusal out; nothing here reads a clock.
 *
 *   approving → held → undo → open ⇄ paused → claimed_out | recalled | declined | expired
 *   approving, held, undo → undone,   approving → rejected
 *
 * A packet waits for approval only where a policy asks for it (approving.ts), and is held only where the sender's own
 * care or the guard does (hold.ts).
 * It is claimable from `deliverAt`, however late the event about it, and never after `expireAt`, however late the sweep.
 */

import { isTimedOut, type Approving } from './approving.ts'
import { isHeldAt, type Held } from './hold.ts'
import type { Amount, Currency } from './money.ts'
import { toIso, type Instant } from './instant.ts'
import type { ProfileName } from './profile.ts'
import { refuse, type Refusal } from './refusals.ts'

export type PacketKind = 'direct' | 'equal' | 'lucky' | 'exclusive'
export type SplitMethod = 'wechat' | 'provable'
export type Audience = 'member' | 'members' | 'group' | 'link'
export type PacketState =
  | 'approving'
  | 'rejected'
  | 'held'
  | 'undo'
  | 'undone'
  | 'open'
  | 'paused'
  | 'claimed_out'
  | 'recalled'
  | 'declined'
  | 'expired'
export type PacketVerb =
  'undo' | 'end_hold' | 'claim' | 'pause' | 'release' | 'recall' | 'decline' | 'expire' | 'ask_not_to_open'

export const packetKinds: readonly PacketKind[] = ['direct', 'equal', 'lucky', 'exclusive']
export const packetStates: readonly PacketState[] = [
  'approving',
  'rejected',
  'held',
  'undo',
  'undone',
  'open',
  'paused',
  'claimed_out',
  'recalled',
  'declined',
  'expired',
]

/** Which verb can succeed in which state: the server, the screens and the docs all read this table. */
export const packetCan: Record<PacketVerb, readonly PacketState[]> = {
  undo: ['approving', 'held', 'undo'],
  end_hold: ['held'],
  claim: ['open'],
  pause: ['approving', 'held', 'undo', 'open'],
  release: ['approving', 'held', 'undo', 'paused'],
  recall: ['open', 'paused'],
  decline: ['open', 'paused'],
  expire: ['open', 'paused'],
  ask_not_to_open: ['open', 'paused'],
}

/** What a packet is: fixed when it is sent. Only an approval, or a sender who ends a hold early, brings its moments forward. */
export interface PacketTerms extends Held, Approving {
  id: string
  payerId: string
  kind: PacketKind
  profile: ProfileName
  currency: Currency
  total: Amount
  count: number
  splitMethod: SplitMethod | null
  audience: Audience
  recipientId: string | null
  groupId: string | null
  notBefore: Instant | null
  test: boolean
  openAs: 'open' | 'paused'
  sentAt: Instant
  deliverAt: Instant
  expireAt: Instant
}

/** A packet as its row stands. */
export interface Packet extends PacketTerms {
  state: PacketState
  claimedAmount: Amount
  claimedCount: number
  returnedAmount: Amount
  askedNotToOpenAt: Instant | null
  /** Until when the service has frozen it: nothing leaves it before, and it does not expire. Null where it is not. */
  frozenUntil: Instant | null
  closedAt: Instant | null
  closedBy: string | null
  changedAt: Instant
}

/** Who asks. A recipient is whoever the packet's audience names; the door has already looked. */
export interface PacketActor {
  id: string
  isRecipient: boolean
}

/** The state at a moment: what the clock has decided counts even before a sweep has written it down. */
export function stateAt(packet: Packet, now: Instant): PacketState {
  if (packet.closedAt !== null) return packet.state
  if (packet.state === 'approving') return isTimedOut(packet, now) ? 'rejected' : 'approving'
  if (now >= packet.expireAt && !isFrozenAt(packet, now)) return 'expired'
  if (!isUndelivered(packet.state)) return packet.state
  if (now >= packet.deliverAt) return packet.openAs
  return isHeldAt(packet, now) ? 'held' : 'undo'
}

/** Whether the service holds it at a moment: it may be shown, and nothing may leave it. */
export function isFrozenAt({ frozenUntil }: Pick<Packet, 'frozenUntil'>, now: Instant): boolean {
  return frozenUntil !== null && now < frozenUntil
}

/** The refusal of whatever would take money out of a frozen packet; nothing while it is not. */
export function frozenRefusal(packet: Packet, now: Instant): Refusal | undefined {
  return isFrozenAt(packet, now) ? refuse('packet_frozen', { until: toIso(packet.frozenUntil!) }) : undefined
}

/** Whether a packet in this state is there for its payer only, and may still be undone. */
export function isUndelivered(state: PacketState): state is 'approving' | 'held' | 'undo' {
  return state === 'approving' || state === 'held' || state === 'undo'
}

/** Whether a packet is, and stays, there for its payer and whoever approves for them alone, as its row says. */
export function isKeptFromOthers({ state }: Pick<Packet, 'state'>): boolean {
  return state === 'approving' || state === 'rejected' || state === 'undone'
}

/** Whether a packet in this state is still to come to its end. */
export function isAlive(state: PacketState): state is 'approving' | 'held' | 'undo' | 'open' | 'paused' {
  return isUndelivered(state) || state === 'open' || state === 'paused'
}

/** Whether the end of a hold is due and not yet written down. */
export function holdEndDue(packet: Packet, now: Instant): boolean {
  return packet.state === 'held' && !isHeldAt(packet, now)
}

/** Whether the delivery is due and not yet written down. */
export function packetDeliveryDue(packet: Packet, now: Instant): boolean {
  return packet.state !== 'approving' && isUndelivered(packet.state) && now >= packet.deliverAt
}

const closedCode = {
  rejected: 'already_rejected',
  undone: 'already_undone',
  recalled: 'already_recalled',
  declined: 'already_declined',
  expired: 'already_expired',
  claimed_out: 'already_claimed_out',
} as const

/** The refusal that says a closed packet's fate, who decided it and when; nothing while it is alive. */
export function closedRefusal(packet: Packet, now: Instant): Refusal | undefined {
  const state = stateAt(packet, now)
  if (isAlive(state)) return undefined
  const by = packet.closedAt === null ? 'clock' : (packet.closedBy ?? 'clock')
  const clockAt = state === 'rejected' ? packet.approveBy! : packet.expireAt
  return refuse(closedCode[state], { decidedAt: toIso(packet.closedAt ?? clockAt), decidedBy: by })
}

/** A packet that is undone, rejected or still to be approved is not there for anyone but its payer. */
export function hiddenFrom(packet: Packet, memberId: string): boolean {
  return isKeptFromOthers(packet) && memberId !== packet.payerId
}

/** A claim that waits: whether the door found this member among the recipients, and until when their link lets in. */
export interface ClaimAsk {
  memberId: string
  isRecipient: boolean
  linkExpireAt: Instant | null
}

/**
 * May this member take the next share? The caller has looked for an earlier claim by the same member first:
 * asked again, a claim answers with the share it gave.
 */
export function decideClaim(packet: Packet, ask: ClaimAsk, now: Instant): 'share' | Refusal {
  if (!ask.isRecipient || hiddenFrom(packet, ask.memberId)) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  const state = stateAt(packet, now)
  if (isUndelivered(state))
    return ask.memberId === packet.payerId
      ? refuse('not_delivered_yet', { deliverAt: toIso(packet.deliverAt) })
      : refuse('not_found')
  if (ask.linkExpireAt !== null && now >= ask.linkExpireAt)
    return refuse('link_expired', { expiredAt: toIso(ask.linkExpireAt) })
  if (packet.test) return refuse('test_packet')
  const frozen = frozenRefusal(packet, now)
  if (frozen) return frozen
  if (state === 'paused') return refuse('packet_paused')
  if (packet.notBefore !== null && now < packet.notBefore)
    return refuse('not_yet', { notBefore: toIso(packet.notBefore) })
  return 'share'
}
