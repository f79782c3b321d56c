/** Ending a hold early: the sender lets the packet go, and its undo window begins now. */

import { decideEndHold } from '@laisee/core/end-hold.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, holdEndedData } from './change.ts'
import { lockForVerb } from './lock.ts'
import { endPacketHold, type PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

/**
 * End the hold of a packet. Refuses with its fate, `not_held`, or `hold_not_over_yet` before its sender may. Delivery
 * and expiry come forward by what was left of the hold.
 */
export async function endHoldOfPacket(tx: Tx, ask: PacketAsk): Promise<PacketRow> {
  const { packet, now, actor } = await lockForVerb(tx, ask.packetId, ask.memberId)
  const times = orThrow(decideEndHold(packet, actor, now))
  const { heldUntil, deliverAt, expireAt } = times
  const moments = [heldUntil, deliverAt, expireAt, expiringAt(deliverAt, expireAt)] as const
  const [until, delivery, expiry, expiring] = moments
  await tx.run(endPacketHold, packet.id, toIso(until), toIso(delivery), toIso(expiry), toIso(expiring))
  const ended: PacketRow = { ...packet, ...times }
  return changePacket(tx, ended, {
    state: 'undo',
    at: now,
    events: [{ kind: 'packet.hold_ended', data: holdEndedData(ended, ask.memberId), to: 'payer' }],
  })
}
