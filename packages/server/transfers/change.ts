/**
 * Writing down what was decided about one locked transfer: the money, the row, the events. The one place where a
 * transfer's row changes after its send.
 */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { deliveryDue, type ClosedTransferState, type TransferEnd } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { post } from '../ledger/ledger.ts'
import { updateTransfer, type TransferRow } from './transfers.sql.ts'

interface TransferEvent {
  kind: EventKind
  data: Record<string, unknown>
  to: 'payer' | 'both'
}

/** Write down a delivery that is due. */
export async function writeDelivery(tx: Tx, transfer: TransferRow, now: Instant): Promise<TransferRow> {
  const row: TransferRow = { ...transfer, state: 'waiting', changedAt: now }
  return await write(tx, row, dueDelivery(transfer, now))
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
  return await write(tx, row, [...dueDelivery(transfer, acceptedAt), accepted])
}

/** Write down that it is told that the transfer goes back soon. */
export async function writeExpiring(tx: Tx, transfer: TransferRow, now: Instant): Promise<TransferRow> {
  const data = { ...amountData(transfer), acceptBy: isoOrNull(transfer.acceptBy) }
  const row: TransferRow = { ...transfer, state: 'waiting', changedAt: now }
  const expiring: TransferEvent = { kind: 'transfer.expiring', data, to: 'both' }
  return await write(tx, row, [...dueDelivery(transfer, now), expiring])
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
): Promise<TransferRow> {
  const { state, at, by, reason } = end
  const postingCount = transfer.postingCount + 1n
  const closed = { closedAt: at, closedBy: by, closeReason: reason }
  const row: TransferRow = { ...transfer, ...closed, state, postingCount, changedAt: now }
  await payOut(tx, row, state, now)
  const data = { ...amountData(transfer), decidedAt: toIso(at), decidedBy: by ?? 'clock', reason }
  const ended: TransferEvent = { kind: `transfer.${state}`, data, to: state === 'undone' ? 'payer' : 'both' }
  return await write(tx, row, [...dueDelivery(transfer, now), ended])
}

/** The delivery that is due and that nobody has told of: the first event of whatever comes next. */
function dueDelivery(transfer: TransferRow, now: Instant): TransferEvent[] {
  if (!deliveryDue(transfer, now)) return []
  return [{ kind: 'transfer.delivered', data: deliveredData(transfer), to: 'both' }]
}

async function payOut(tx: Tx, row: TransferRow, state: ClosedTransferState, now: Instant): Promise<void> {
  await post(tx, {
    sourceId: row.id,
    postingNo: row.postingCount,
    from: { ownerId: row.id, kind: 'escrow' },
    to: { ownerId: state === 'arrived' ? row.payeeId : row.payerId, kind: 'wallet' },
    currency: row.currency,
    amount: row.amount,
    reason: `transfer_${state}`,
    at: now,
  })
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
    const audience = to === 'payer' ? [row.payerId] : [row.payerId, row.payeeId, row.id]
    await tell(tx, { sourceId: row.id, seq, kind, at: row.changedAt, data, audience })
  }
  return { ...row, eventCount }
}

function amountData(transfer: TransferRow): Record<string, unknown> {
  const { id, payerId, payeeId, currency, amount } = transfer
  return { transferId: id, payerId, payeeId, currency, amount }
}

/** What a transfer's first events tell of it: nothing in it is hidden from the payee. */
export function deliveredData(transfer: TransferRow): Record<string, unknown> {
  return {
    ...amountData(transfer),
    note: transfer.note,
    profile: transfer.profile,
    delayS: transfer.delayS,
    deliverAt: toIso(transfer.deliverAt),
    acceptBy: isoOrNull(transfer.acceptBy),
    arriveAt: isoOrNull(transfer.arriveAt),
  }
}

/** A moment as the API writes it, or null where there is none. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at)
}
