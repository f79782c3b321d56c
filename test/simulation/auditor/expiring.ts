/** What is about to expire: whom it is told to, and that it is told once. */

import { everyone, deliver as deliverPacket, stateOf as packetState } from './packets.ts'
import { amountFacts, deliver as deliverTransfer, isoOrNull, stateOf as transferState } from './transfers.ts'
import { iso, momentOf, type Packet, type Transfer, type World } from './world.ts'

const hour = 3_600_000

/** The last hour of a life, or its last quarter where that is shorter. */
const isNear = (w: World, from: number, to: number) =>
  w.clock < to && to - w.clock <= hour && to - w.clock <= Math.floor((to - from) / 4)

/** A packet that can be claimed is told of to all, one that cannot to its payer. */
export function tellExpiringPacket(w: World, p: Packet): void {
  const state = packetState(w, p)
  if (p.toldExpiring || !isNear(w, p.deliverAt, p.expireAt) || !['open', 'paused'].includes(state)) return
  deliverPacket(w, p)
  p.toldExpiring = true
  const { id: packetId, payer: payerId, group: groupId, recipient: recipientId, count } = p
  w.tell(
    p.id,
    'packet.expiring',
    state === 'paused' || p.test ? [p.payer] : everyone(p),
    {
      packetId,
      payerId,
      groupId,
      recipientId,
      count,
      claimedCount: p.claims.length,
      expireAt: iso(p.expireAt),
    },
    momentOf(w, p),
  )
}

/** A transfer that waits for its payee is told of to both. */
export function tellExpiringTransfer(w: World, t: Transfer): void {
  const { acceptBy, acceptedAt, deliverAt } = t
  if (t.toldExpiring || acceptBy === null || acceptedAt !== null || !isNear(w, deliverAt, acceptBy)) return
  if (transferState(w, t) !== 'waiting') return
  deliverTransfer(w, t)
  t.toldExpiring = true
  const facts = { ...amountFacts(t), acceptBy: isoOrNull(acceptBy) }
  w.tell(t.id, 'transfer.expiring', [t.payer, t.payee, t.id], facts)
}
