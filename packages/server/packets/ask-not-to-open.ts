/** Ask not to open (M18): one polite request a packet, to those it is for; never to someone who has blocked the sender. */

import { decideAskNotToOpen } from '@laisee/core/packet-verbs.ts'
import { stateAt } from '@laisee/core/packet.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { changePacket, dueEvents } from './change.ts'
import { lockForVerb } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

/** Ask those who have not claimed yet to leave the packet closed. Changes nothing about who may claim. */
export async function askNotToOpen(tx: Tx, ask: PacketAsk): Promise<PacketRow> {
  const { packet, now, actor } = await lockForVerb(tx, ask.packetId, ask.memberId)
  const blocked =
    packet.recipientId !== null && (await isBlockedEitherWay(tx, ask.memberId, packet.recipientId))
  orThrow(decideAskNotToOpen(packet, actor, now, blocked))
  return changePacket(tx, packet, {
    state: stateAt(packet, now),
    at: now,
    askedNotToOpenAt: now,
    events: [
      ...dueEvents(packet, now),
      {
        kind: 'packet.asked_not_to_open',
        data: { packetId: packet.id, payerId: packet.payerId },
        to: 'everyone',
      },
    ],
  })
}
