/**
 * Telling, once, that a packet is about to expire: its payer, and those it is for. That it is told is kept beside the
 * packet under its lock, so that neither a second server nor a restart tells it again.
 */

import { decideTellExpiring } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { stateAt } from '@laisee/core/packet.ts'
import type { Reader, Tx } from '../db/db.ts'
import { changePacket, dueEvents } from './change.ts'
import { keepToldExpiring, lockPacketIfFree, packetsExpiring } from './packets.sql.ts'

/** Lock a packet that looked due, decide again, and tell. Tells whether it did. */
export async function tellExpiring(tx: Tx, packetId: string): Promise<boolean> {
  const packet = await tx.one(lockPacketIfFree, packetId)
  if (!packet) return false
  const now = await tx.now(packet.changedAt)
  const to = decideTellExpiring(packet, now)
  if (!to || !(await tx.one(keepToldExpiring, packetId, toIso(now)))) return false
  const { count, claimedCount, expireAt } = packet
  const data = { count, claimedCount, expireAt: toIso(expireAt) }
  const events = [...dueEvents(packet, now), { kind: 'packet.expiring', data, to } as const]
  await changePacket(tx, packet, { state: stateAt(packet, now), at: now, events })
  return true
}

/** The ids of packets that are due to be told of at a moment, in the order they fell due; read without a lock. */
export async function dueToTellExpiring(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(packetsExpiring, toIso(now), limit)).map((row) => row.id)
}
