/** Undo: in a hold and within the sender's own seconds, before any recipient could have seen it, all of it comes back. */

import { toIso } from '@laisee/core/instant.ts'
import { decideUndo } from '@laisee/core/packet-verbs.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { askedBefore } from '../approvals/end-approval.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, dueEvents } from './change.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'

export interface PacketAsk {
  packetId: string
  memberId: string
}

/**
 * Undo a packet that is held or in its undo window. Refuses with its fate once that is decided, or `undo_window_over`. A caller that
 * holds the packet already gives it with the moment it was judged at.
 */
export async function undoPacket(tx: Tx, ask: PacketAsk, locked?: LockedPacket): Promise<PacketRow> {
  const { packet, now, actor } = locked ?? (await lockForVerb(tx, ask.packetId, ask.memberId))
  const { returned } = orThrow(decideUndo(packet, actor, now))
  const { to, data } = await askedBefore(tx, packet)
  const told = { packetId: packet.id, returned, undoneAt: toIso(now), ...data }
  return changePacket(tx, packet, {
    state: 'undone',
    at: now,
    returned: { amount: returned, reason: 'packet_undone' },
    closedBy: ask.memberId,
    events: [...dueEvents(packet, now), { kind: 'packet.undone', data: told, to: [packet.payerId, ...to] }],
  })
}
