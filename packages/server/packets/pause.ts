/** Pause ("禁止领取") and release: the sender stops claims and lets them go on; expiry runs through a pause. */

import { decidePause, decideRelease } from '@laisee/core/packet-verbs.ts'
import { isUndelivered, stateAt } from '@laisee/core/packet.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, dueEvents } from './change.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'
import type { PacketAsk } from './undo.ts'

/** Stop further claims. Before its delivery the packet will be delivered paused. */
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
  const state = stateAt(packet, now)
  const isHidden = isUndelivered(state)
  const kind = next === 'paused' ? 'packet.paused' : 'packet.released'
  return changePacket(tx, packet, {
    state: isHidden ? state : next,
    openAs: next,
    at: now,
    events: [
      ...dueEvents(packet, now),
      { kind, data: { packetId: packet.id }, to: isHidden ? 'payer' : 'everyone' },
    ],
  })
}
