/**
 * A packet that the service freezes: what is left of it stays where it is, whoever asks, and it does not expire. When
 * the last freeze of it ends, it goes on; one that is past its end then ends at once.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { isUndelivered, stateAt } from '@laisee/core/packet.ts'
import type { Tx } from '../db/db.ts'
import { changePacket, dueEvents, tellChange, writeRow, type PacketChange } from './change.ts'
import { expiryOf } from './expiry.ts'
import { lockPacket, readClaim, readPacket, readRecipients, type PacketRow } from './packets.sql.ts'

export type { PacketRow } from './packets.sql.ts'

/** A packet under lock; undefined where there is none. */
export function lockPacketToFreeze(tx: Tx, packetId: string): Promise<PacketRow | undefined> {
  return tx.one(lockPacket, packetId)
}

/** A packet as it stands, without a lock; undefined where there is none. */
export function readPacketToFreeze(tx: Tx, packetId: string): Promise<PacketRow | undefined> {
  return tx.one(readPacket, packetId)
}

/** Whether a member sent a packet, is meant to have it, or has a share of it. */
export async function isPartyToPacket(tx: Tx, packet: PacketRow, memberId: string): Promise<boolean> {
  if (packet.payerId === memberId || packet.recipientId === memberId) return true
  if ((await tx.one(readClaim, packet.id, memberId)) !== undefined) return true
  if (packet.audience !== 'members') return false
  return (await tx.run(readRecipients, packet.id)).some((row) => row.memberId === memberId)
}

/** Freeze a locked packet until a moment, or let it go where that is null, and tell of it. */
export async function setPacketFrozen(
  tx: Tx,
  packet: PacketRow,
  { until, at, data }: { until: Instant | null; at: Instant; data: Record<string, unknown> },
): Promise<void> {
  const kind = until === null ? 'packet.unfrozen' : 'packet.frozen'
  const told = { ...data, until: until === null ? null : toIso(until) }
  if (packet.closedAt !== null) return keepClosed(tx, packet, { until, at, kind, data: told })
  const state = stateAt(packet, at)
  const alive = state === 'expired' ? packet.openAs : state
  const to = isUndelivered(alive) ? 'payer' : 'everyone'
  const after = await changePacket(tx, packet, {
    state: alive,
    at,
    frozenUntil: until,
    events: [...dueEvents(packet, at), { kind, data: told, to }],
  })
  const end = expiryOf(after, at)
  if (end) await changePacket(tx, after, end)
}

type Told = { until: Instant | null; at: Instant } & Pick<PacketChange['events'][number], 'kind' | 'data'>

/** One that ended while its freeze was over and not yet written down stays as it ended. */
async function keepClosed(tx: Tx, packet: PacketRow, { until, at, kind, data }: Told): Promise<void> {
  const eventCount = packet.eventCount + 1n
  await writeRow(tx, { ...packet, frozenUntil: until, eventCount, changedAt: at })
  await tellChange(tx, packet, { at, events: [{ kind, data, to: 'everyone' }] })
}
