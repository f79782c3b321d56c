/**
 * Writing down what was decided about one locked transfer: the money, the row, the events. The one place where a
 * transfer's row changes after its send.
 */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import {
  deliveryDue,
  transferHoldEndDue,
  type ClosedTransferState,
  type TransferEnd,
} from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { recordTakenBack } from '../guard/record.ts'
import { post } from '../ledger/ledger.ts'
import { countReturn, lockBeforeReturn } from '../limits/give-back.ts'
import { endApproval } from '../approvals/end-approval.ts'
import { countOrganisationReturn } from '../policies/count-send.ts'
import { amountData, deliveredData, isoOrNull } from './told.ts'
import { updateTransfer, type TransferRow } from './transfers.sql.ts'

export interface TransferEvent {
  kind: EventKind
  data: Record<string, unknown>
  to: 'payer' | 'both' | readonly string[]
}

/** What the end of a transfer says besides, and to whom where its payee never hears of it. */
export interface TransferTold {
  to?: readonly string[]
  data?: Record<string, unknown>
}

/** Write down the end of a hold and the delivery, as far as they are due. */
export async function writeDue(tx: Tx, transfer: TransferRow, now: Instant): Promise<TransferRow> {
  const state = deliveryDue(transfer, now) ? 'waiting' : 'undo'
  return await write(tx, { ...transfer, state, changedAt: now }, dueEvents(transfer, now))
}

/** Write down that the payer has ended the hold: the transfer comes with its new moments. */
export async function writeHoldEnd(tx: Tx, transfer: TransferRow, now: Instant): Promise<TransferRow> {
  const ended = holdEnded(transfer, transfer.payerId)
  return await write(tx, { ...transfer, state: 'undo', changedAt: now }, [ended])
}

/** Write events of a transfer that goes on as it is, or in another state of waiting. */
export async function writeEvents(
  tx: Tx,
  transfer: TransferRow,
  now: Instant,
  events: readonly TransferEvent[],
): Promise<TransferRow> {
  return await write(tx, { ...transfer, changedAt: now }, events)
}

/** Write down the payee's word; the money waits until `arriveAt`. */
export async function writeAcceptance(
  tx: Tx,
  transfer: TransferRow,
  { acceptedAt, arriveAt }: { acceptedAt: Instant; arriveAt: Instant },
): Promise<TransferRow> {
  const data = { ...amountData(transfer), acceptedAt: toIso(acceptedAt), arriveAt: toIso(arriveAt) }
  const row: TransferRow = { ...transfer, state: 'waiting', acceptedAt, arriveAt, changedAt: acceptedAt }
  const accepted: TransferEvent = { kind: 'transfer.accepted', data, to: 'both' }
  return await write(tx, row, [...dueEvents(transfer, acceptedAt), accepted])
}

/** Write down that it is told that the transfer goes back soon. */
export async function writeExpiring(tx: Tx, transfer: TransferRow, now: Instant): Promise<TransferRow> {
  const data = { ...amountData(transfer), acceptBy: isoOrNull(transfer.acceptBy) }
  const row: TransferRow = { ...transfer, state: 'waiting', changedAt: now }
  const expiring: TransferEvent = { kind: 'transfer.expiring', data, to: 'both' }
  return await write(tx, row, [...dueEvents(transfer, now), expiring])
}

/**
 * End a transfer: all of its money to the payee where it arrives, else back to the account it came from, whoever
 * calls. `end.at` is when that was decided; the posting and the event carry `now`, when they are written.
 */
export async function writeEnd(
  tx: Tx,
  transfer: TransferRow,
  end: TransferEnd,
  now: Instant,
  { to: besides = [], data: more = {} }: TransferTold = {},
): Promise<TransferRow> {
  const { state, at, by, reason } = end
  const postingCount = transfer.postingCount + 1n
  const closed = { closedAt: at, closedBy: by, closeReason: reason }
  const row: TransferRow = { ...transfer, ...closed, state, postingCount, changedAt: now }
  await payOut(tx, row, state, now)
  if (transfer.state === 'approving') await endApproval(tx, row.id, { state, at: now })
  if (state === 'undone' || state === 'recalled')
    await recordTakenBack(tx, { payerId: row.payerId, sendId: row.id, at: now })
  const data = { ...amountData(transfer), decidedAt: toIso(at), decidedBy: by ?? 'clock', reason, ...more }
  const isKept = state === 'undone' || state === 'rejected'
  const to = isKept ? [row.payerId, ...besides] : 'both'
  const ended: TransferEvent = { kind: `transfer.${state}`, data, to }
  return await write(tx, row, [...dueEvents(transfer, now), ended])
}

/** The end of the hold and the delivery that are due and that nobody has told of: the first events of what comes next. */
function dueEvents(transfer: TransferRow, now: Instant): TransferEvent[] {
  const due: TransferEvent[] = []
  if (transferHoldEndDue(transfer, now)) due.push(holdEnded(transfer, 'clock'))
  if (deliveryDue(transfer, now))
    due.push({ kind: 'transfer.delivered', data: deliveredData(transfer), to: 'both' })
  return due
}

function holdEnded(transfer: TransferRow, endedBy: string): TransferEvent {
  const data = { ...deliveredData(transfer), heldUntil: isoOrNull(transfer.heldUntil), endedBy }
  return { kind: 'transfer.hold_ended', data, to: 'payer' }
}

async function payOut(tx: Tx, row: TransferRow, state: ClosedTransferState, now: Instant): Promise<void> {
  const goesBack = state !== 'arrived'
  if (goesBack) await lockBeforeReturn(tx, row)
  await post(tx, {
    sourceId: row.id,
    postingNo: row.postingCount,
    from: { ownerId: row.id, kind: 'escrow' },
    to: { ownerId: goesBack ? (row.paidFromId ?? row.payerId) : row.payeeId, kind: 'wallet' },
    currency: row.currency,
    amount: row.amount,
    reason: goesBack && row.familyId !== null ? 'family_returned' : `transfer_${state}`,
    at: now,
  })
  if (!goesBack) return
  await countReturn(tx, row, { end: state, amount: row.amount, at: now })
  await countOrganisationReturn(tx, row, { end: state, at: now })
}

async function write(tx: Tx, row: TransferRow, events: readonly TransferEvent[]): Promise<TransferRow> {
  const eventCount = row.eventCount + BigInt(events.length)
  await tx.run(
    updateTransfer,
    row.id,
    row.state,
    row.postingCount,
    eventCount,
    isoOrNull(row.acceptedAt),
    isoOrNull(row.arriveAt),
    isoOrNull(row.closedAt),
    row.closedBy,
    row.closeReason,
    toIso(row.changedAt),
  )
  let seq = row.eventCount
  for (const { kind, data, to } of events) {
    seq += 1n
    const audience = audienceOf(row, to)
    await tell(tx, { sourceId: row.id, seq, kind, at: row.changedAt, data, audience })
  }
  return { ...row, eventCount }
}

function audienceOf(row: TransferRow, to: TransferEvent['to']): readonly string[] {
  if (to === 'both') return [row.payerId, row.payeeId, row.id]
  return to === 'payer' ? [row.payerId] : to
}
