/** Pause ("禁止领取") and release: the sender stops claims and lets them go on; expiry runs through a pause. */

import { decidePause, decideRelease, stateAt } from '@laisee/core/packet.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, dueDelivery } from './change.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

/** Stop further claims. In the undo window the packet will be delivered paused. */
export async function pausePacket(tx: Tx, ask: PacketAsk): Promise<PacketRow> {
  const locked = await lockForVerb(tx, ask.packetId, ask.memberId)
  orThrow(decidePause(locked.packet, locked.actor, locked.now))
  return openAs(tx, locked, 'paused')
}

/** Let claims go on, or begin where it was sent paused. */
export async function releasePacket(tx: Tx, ask: PacketAsk): Promise<PacketRow> {
  const locked = await lockForVerb(tx, ask.packetId, ask.memberId)
  orThrow(decideRelease(locked.packet, locked.actor, locked.now))
  return openAs(tx, locked, 'open')
}

async function openAs(tx: Tx, { packet, now }: LockedPacket, next: 'open' | 'paused'): Promise<PacketRow> {
  const inUndo = stateAt(packet, now) === 'undo'
  const kind = next === 'paused' ? 'packet.paused' : 'packet.released'
  return changePacket(tx, packet, {
    state: inUndo ? 'undo' : next,
    openAs: next,
    at: now,
    events: [
      ...dueDelivery(packet, now),
      { kind, data: { packetId: packet.id }, to: inUndo ? 'payer' : 'everyone' },
    ],
  })
}
