/** Decline: the one recipient of a direct or exclusive packet sends it back, at once and to the payer. */

import { toIso } from '@laisee/core/instant.ts'
import { decideDecline } from '@laisee/core/packet-verbs.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, dueEvents } from './change.ts'
import { lockForVerb } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

/** Decline an unclaimed packet meant for this member alone. */
export async function declinePacket(tx: Tx, ask: PacketAsk): Promise<PacketRow> {
  const { packet, now, actor } = await lockForVerb(tx, ask.packetId, ask.memberId)
  const { returned } = orThrow(decideDecline(packet, actor, now))
  const data = { packetId: packet.id, returned, declinedBy: ask.memberId, declinedAt: toIso(now) }
  return changePacket(tx, packet, {
    state: 'declined',
    at: now,
    returned: { amount: returned, reason: 'packet_declined' },
    closedBy: ask.memberId,
    events: [...dueEvents(packet, now), { kind: 'packet.declined', data, to: 'everyone' }],
  })
}
