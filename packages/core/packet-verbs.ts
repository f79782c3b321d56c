/**
 * What a packet's sender, its one recipient and the clock may do beside claim and recall, as pure rules: a decision or a refusal, in
 * the order of the registry. Nothing here reads a clock.
 */

import { toIso, type Instant } from './instant.ts'
import type { Amount } from './money.ts'
import {
  closedRefusal,
  frozenRefusal,
  hiddenFrom,
  isUndelivered,
  packetCan,
  stateAt,
  type Packet,
  type PacketActor,
} from './packet.ts'
import { profiles } from './profile.ts'
import { refuse, type Refusal } from './refusals.ts'

/** Undo: the sender's own, in a hold and until `deliverAt`; nothing was visible to anyone. */
export function decideUndo(packet: Packet, actor: PacketActor, now: Instant): { returned: Amount } | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  if (!packetCan.undo.includes(stateAt(packet, now)))
    return refuse('undo_window_over', { deliverAt: toIso(packet.deliverAt) })
  return frozenRefusal(packet, now) ?? { returned: packet.total }
}

/** Pause ("禁止领取"): the sender stops further claims; expiry runs on. Before delivery it is sent paused instead. */
export function decidePause(packet: Packet, actor: PacketActor, now: Instant): 'pause' | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  const state = stateAt(packet, now)
  if (state === 'paused' || (isUndelivered(state) && packet.openAs === 'paused'))
    return refuse('already_paused')
  if (!profiles[packet.profile].pause) return refuse('not_pausable')
  return 'pause'
}

/** Release: the sender lets claims go on. */
export function decideRelease(packet: Packet, actor: PacketActor, now: Instant): 'release' | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  const state = stateAt(packet, now)
  if (state === 'open' || (isUndelivered(state) && packet.openAs === 'open')) return refuse('already_open')
  return 'release'
}

/** Decline: the one recipient of a direct or exclusive packet sends it back at once. */
export function decideDecline(
  packet: Packet,
  actor: PacketActor,
  now: Instant,
): { returned: Amount } | Refusal {
  if (!actor.isRecipient) return refuse('not_found')
  if (isUndelivered(stateAt(packet, now)) || hiddenFrom(packet, actor.id)) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  return frozenRefusal(packet, now) ?? { returned: packet.total - packet.claimedAmount }
}

/** Ask not to open: once a packet, by the sender, while something is left to claim. */
export function decideAskNotToOpen(
  packet: Packet,
  actor: PacketActor,
  now: Instant,
  blocked: boolean,
): 'ask' | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  if (blocked) return refuse('recipient_blocked')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  if (packet.askedNotToOpenAt !== null)
    return refuse('already_asked', { askedAt: toIso(packet.askedNotToOpenAt) })
  if (isUndelivered(stateAt(packet, now)))
    return refuse('not_delivered_yet', { deliverAt: toIso(packet.deliverAt) })
  return 'ask'
}

/**
 * Expiry is the clock's: due from the second of `expireAt`, through a pause, for whatever nobody has claimed. It waits for
 * the end of a freeze to be written down, and comes with it.
 */
export function decideExpire(packet: Packet, now: Instant): { returned: Amount } | undefined {
  if (packet.closedAt !== null || packet.state === 'approving' || now < packet.expireAt) return undefined
  if (packet.frozenUntil !== null) return undefined
  return { returned: packet.total - packet.claimedAmount }
}
