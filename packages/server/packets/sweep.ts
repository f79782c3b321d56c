/**
 * What the clock decides about packets: the ends of a hold and of the undo window are told, and what nobody claimed by the second of
 * expiry goes back. Due ids are read without a lock, then each packet is locked by its key and decided again, so that
 * any number of servers may sweep at once and a crash between two batches loses nothing.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { holdEndDue, packetDeliveryDue, stateAt } from '@laisee/core/packet.ts'
import { readTime } from '../db/clock.ts'
import type { Db, Tx } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import type { Statement } from '../db/statement.ts'
import { changePacket, dueEvents, type PacketChange } from './change.ts'
import { expiryOf } from './expiry.ts'
import {
  duePackets,
  expiredPackets,
  lockPacketIfFree,
  packetsToEndHold,
  type PacketRow,
} from './packets.sql.ts'

const perTransaction = 50

/** Tell payers of packets whose hold has ended: their undo window has begun. Gives how many. */
export function endPacketHolds(db: Db, limit = 500): Promise<number> {
  return sweep(db, packetsToEndHold, limit, endHold)
}

/** Tell of packets whose undo window has ended. Gives how many. */
export function deliverPackets(db: Db, limit = 500): Promise<number> {
  return sweep(db, duePackets, limit, deliver)
}

/** Return what is left of packets past their expiry. Gives how many. */
export function expirePackets(db: Db, limit = 500): Promise<number> {
  return sweep(db, expiredPackets, limit, expiryOf)
}

type Decide = (packet: PacketRow, now: Instant) => PacketChange | undefined

function endHold(packet: PacketRow, now: Instant): PacketChange | undefined {
  const state = stateAt(packet, now)
  if (!holdEndDue(packet, now) || state === 'expired') return undefined
  return { state, at: now, events: dueEvents(packet, now) }
}

function deliver(packet: PacketRow, now: Instant): PacketChange | undefined {
  if (!packetDeliveryDue(packet, now) || stateAt(packet, now) === 'expired') return undefined
  return { state: packet.openAs, at: now, events: dueEvents(packet, now) }
}

async function sweep(
  db: Db,
  due: Statement<[now: string, limit: number], { id: string }>,
  limit: number,
  decide: Decide,
): Promise<number> {
  const ids = (await db.run(due, toIso(await readTime(db)), limit)).map((row) => row.id)
  const failures: unknown[] = []
  let done = 0
  for (let i = 0; i < ids.length; i += perTransaction)
    done += await changeApart(db, ids.slice(i, i + perTransaction).sort(), decide, failures)
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${ids.length} due packets failed`)
  return done
}

/**
 * Change these in one transaction. A packet that cannot be changed must not keep the others' money: it is found by
 * halving, and thrown after them. A database that is away ends the sweep at once.
 */
async function changeApart(
  db: Db,
  ids: readonly string[],
  decide: Decide,
  failures: unknown[],
): Promise<number> {
  try {
    return await db.transaction((tx) => changeSome(tx, ids, decide))
  } catch (error) {
    if (error instanceof FaultError) throw error
    if (ids.length > 1) {
      const middle = ids.length >> 1
      const before = await changeApart(db, ids.slice(0, middle), decide, failures)
      return before + (await changeApart(db, ids.slice(middle), decide, failures))
    }
    failures.push(error)
    return 0
  }
}

/** Lock all packets first, in id order, then touch wallets in id order: the lock order of the whole service. */
async function changeSome(tx: Tx, ids: readonly string[], decide: Decide): Promise<number> {
  const locked: PacketRow[] = []
  for (const id of ids) locked.push(...(await tx.run(lockPacketIfFree, id)))
  if (locked.length === 0) return 0
  const now = await tx.now(Math.max(...locked.map((packet) => packet.changedAt)))
  locked.sort((a, b) => (a.payerId < b.payerId ? -1 : 1))
  let changed = 0
  for (const packet of locked) {
    const change = decide(packet, now)
    if (!change) continue
    await changePacket(tx, packet, change)
    changed += 1
  }
  return changed
}
