/** A packet that waits for approval, as approvals handle it: let go, rejected, or told of while it waits. */

import { packetMomentsAfter } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, type PacketChange } from './change.ts'
import { approvePacket, lockPacket, readPacket, type PacketRow } from './packets.sql.ts'

export type { PacketRow } from './packets.sql.ts'
export type PacketEvents = PacketChange['events']

/** A packet under lock; undefined where there is none. */
export function lockWaitingPacket(tx: Tx, packetId: string): Promise<PacketRow | undefined> {
  return tx.one(lockPacket, packetId)
}

/** A packet as it stands, without a lock: to show. */
export function readWaitingPacket(tx: Tx, packetId: string): Promise<PacketRow | undefined> {
  return tx.one(readPacket, packetId)
}

/** Tell of a packet whose row is locked, and leave it as it is. */
export function tellOfPacket(
  tx: Tx,
  packet: PacketRow,
  now: Instant,
  events: PacketEvents,
): Promise<PacketRow> {
  return changePacket(tx, packet, { state: packet.state, at: now, events })
}

/** Let a packet go that was approved: its hold or its undo window begins now. */
export async function letPacketGo(
  tx: Tx,
  packet: PacketRow,
  now: Instant,
  eventsOf: (packet: PacketRow) => PacketEvents,
): Promise<PacketRow> {
  const moments = packetMomentsAfter(packet, now)
  const { heldUntil, heldReleaseFrom, deliverAt, expireAt } = moments
  const iso = (at: Instant | null) => (at === null ? null : toIso(at))
  const expiring = toIso(expiringAt(deliverAt, expireAt))
  await tx.run(
    approvePacket,
    packet.id,
    iso(heldUntil),
    iso(heldReleaseFrom),
    toIso(deliverAt),
    toIso(expireAt),
    expiring,
  )
  const gone: PacketRow = { ...packet, ...moments }
  const state = heldUntil === null ? 'undo' : 'held'
  return changePacket(tx, gone, { state, at: now, events: eventsOf({ ...gone, state }) })
}

/** Reject a packet: all of its money goes back to where it came from. `by` and `note` are null for the clock. */
export function rejectPacket(
  tx: Tx,
  packet: PacketRow,
  end: { at: Instant; by: string | null; note: string | null; now: Instant; forsaken?: boolean },
  toldTo: readonly string[],
): Promise<PacketRow> {
  const { at, by, note, forsaken } = end
  const decided = { decidedAt: toIso(at), decidedBy: by ?? 'clock', note, ...(forsaken && { forsaken }) }
  const data = { returned: packet.total, ...decided }
  return changePacket(tx, packet, {
    state: 'rejected',
    at: end.now,
    closedAt: at,
    ...(by !== null && { closedBy: by }),
    returned: { amount: packet.total, reason: 'packet_rejected' },
    events: [{ kind: 'packet.rejected', data, to: [packet.payerId, ...toldTo] }],
  })
}
