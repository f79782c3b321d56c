/** A packet or a transfer that waits for approval, as approvals see either: its row under lock, and what may become of it. */

import type { EventKind } from '@laisee/core/events.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { sumOf } from '@laisee/core/ladder.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { closedRefusal, stateAt } from '@laisee/core/packet.ts'
import type { Refusal } from '@laisee/core/refusals.ts'
import { closedTransferRefusal, transferStateAt } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import {
  letPacketGo,
  lockWaitingPacket,
  readWaitingPacket,
  rejectPacket,
  tellOfPacket,
  type PacketRow,
} from '../packets/wait.ts'
import { writeEvents } from '../transfers/change.ts'
import {
  letTransferGo,
  lockWaitingTransfer,
  readWaitingTransfer,
  rejectTransfer,
  type TransferRow,
} from '../transfers/wait.ts'

/** Told while a send waits: to whom besides, and what. */
export interface ApprovalEvent {
  kind: EventKind
  data: Record<string, unknown>
  to: readonly string[]
}

export type SendRow =
  ({ kind: 'packet' } & { row: PacketRow }) | ({ kind: 'transfer' } & { row: TransferRow })

/** Who rejects a send, and why: nobody but the clock says nothing. */
export interface Rejection {
  at: Instant
  by: string | null
  note: string | null
  now: Instant
  /** Whether it ends because nobody is left who could approve it. */
  forsaken?: boolean
}

/** What approvals know of a send. */
export interface WaitingSend {
  send: SendRow
  amount: Amount
  changedAt: Instant
  /** The state at a moment. */
  stateAt(now: Instant): string
  /** Its fate, where that is decided. */
  closed(now: Instant): Refusal | undefined
  tell(tx: Tx, now: Instant, events: readonly ApprovalEvent[]): Promise<void>
  /** Let it go: the event that says so carries its new moments. */
  letGo(tx: Tx, now: Instant, granted: ApprovalEvent): Promise<void>
  reject(tx: Tx, end: Rejection, toldTo: readonly string[]): Promise<void>
}

/** The send of an id, under lock or as it stands. */
export async function waitingSend(
  tx: Tx,
  sendId: string,
  manner: 'lock' | 'read',
): Promise<WaitingSend | undefined> {
  if (isIdOf('packet', sendId)) {
    const row = await (manner === 'lock' ? lockWaitingPacket : readWaitingPacket)(tx, sendId)
    return row && ofPacket(row)
  }
  const row = await (manner === 'lock' ? lockWaitingTransfer : readWaitingTransfer)(tx, sendId)
  return row && ofTransfer(row)
}

/** Everybody who is asked learns by an event what a send is: approvers decide on what they are told, and no more. */
function timesOf(row: { deliverAt: Instant; heldUntil: Instant | null }): Record<string, unknown> {
  return {
    deliverAt: toIso(row.deliverAt),
    heldUntil: row.heldUntil === null ? null : toIso(row.heldUntil),
  }
}

function ofPacket(row: PacketRow): WaitingSend {
  return {
    send: { kind: 'packet', row },
    amount: row.total,
    changedAt: row.changedAt,
    stateAt: (now) => stateAt(row, now),
    closed: (now) => closedRefusal(row, now),
    async tell(tx, now, events) {
      await tellOfPacket(tx, row, now, [...events])
    },
    async letGo(tx, now, granted) {
      await letPacketGo(tx, row, now, (gone) => [{ ...granted, data: { ...granted.data, ...timesOf(gone) } }])
    },
    async reject(tx, end, toldTo) {
      await rejectPacket(tx, row, end, toldTo)
    },
  }
}

function ofTransfer(row: TransferRow): WaitingSend {
  return {
    send: { kind: 'transfer', row },
    amount: sumOf(row),
    changedAt: row.changedAt,
    stateAt: (now) => transferStateAt(row, now),
    closed: (now) => closedTransferRefusal(row, now),
    async tell(tx, now, events) {
      await writeEvents(tx, row, now, events)
    },
    async letGo(tx, now, granted) {
      await letTransferGo(tx, row, now, (gone) => [
        { ...granted, data: { ...granted.data, ...timesOf(gone) } },
      ])
    },
    async reject(tx, end, toldTo) {
      await rejectTransfer(tx, row, end, toldTo)
    },
  }
}
