/** Cancelling by idempotency key (M19) when the sender never saw the answer: undo if there is time, else recall. */

import { stateAt } from '@laisee/core/packet.ts'
import type { Canceled } from '../cancel.ts'
import type { Tx } from '../db/db.ts'
import { lockForVerb } from './lock.ts'
import { recallPacket } from './recall.ts'
import { undoPacket, type PacketAsk } from './undo.ts'

/** Take back a packet as far as that is still possible. Refuses with its fate where it is already decided. */
export async function cancelPacket(tx: Tx, ask: PacketAsk): Promise<Canceled> {
  const { packet, now } = await lockForVerb(tx, ask.packetId, ask.memberId)
  if (stateAt(packet, now) === 'undo') {
    const { total } = await undoPacket(tx, ask)
    return { outcome: 'undone', returned: total }
  }
  const { returned } = await recallPacket(tx, { ...ask, manner: 'remainder', reason: 'CUST' })
  return { outcome: 'recalled', returned }
}
