/** Loading a packet for a verb: the row under lock, the time after it, and whether the caller is meant to have it. */

import type { Instant } from '@laisee/core/instant.ts'
import type { PacketActor } from '@laisee/core/packet.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockPacket, type PacketRow } from './packets.sql.ts'

export interface LockedPacket {
  packet: PacketRow
  now: Instant
  actor: PacketActor
}

/** Lock a packet for this member's verb. An id that names none is `not_found`, like one the member may not see. */
export async function lockForVerb(tx: Tx, packetId: string, memberId: string): Promise<LockedPacket> {
  const packet = await tx.one(lockPacket, packetId)
  if (!packet) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(packet.changedAt)
  return { packet, now, actor: { id: memberId, isRecipient: packet.recipientId === memberId } }
}
