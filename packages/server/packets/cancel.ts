/** Cancelling by idempotency key (M19) when the sender never saw the answer: undo while it is held or if there is time, else recall. */

import { isUndelivered, stateAt } from '@laisee/core/packet.ts'
import type { Canceled } from '../cancel.ts'
import type { Tx } from '../db/db.ts'
import { lockForVerb } from './lock.ts'
import { recallPacket } from './recall.ts'
import { undoPacket, type PacketAsk } from './undo.ts'

/**
 * Take back a packet as far as that is still possible. Refuses with its fate where it is already decided. Which way is
 * judged and taken at one moment: the undo window cannot end in between.
 */
export async function cancelPacket(tx: Tx, ask: PacketAsk): Promise<Canceled> {
  const locked = await lockForVerb(tx, ask.packetId, ask.memberId)
  if (isUndelivered(stateAt(locked.packet, locked.now))) {
    const { total } = await undoPacket(tx, ask, locked)
    return { outcome: 'undone', returned: total }
  }
  const { returned } = await recallPacket(tx, { ...ask, manner: 'remainder', reason: 'CUST' }, locked)
  return { outcome: 'recalled', returned }
}
