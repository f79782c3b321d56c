/** What the events of a transfer say of it, and its moments as they are written. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { ladderOf } from '@laisee/core/ladder.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import type { TransferRow } from './transfers.sql.ts'

/** Which transfer it is, whose, and how much; where it is half of a ladder, also which half and of what. */
export function amountData(transfer: TransferRow): Record<string, unknown> {
  const { id, payerId, payeeId, currency, amount } = transfer
  const ladder = ladderJson(transfer)
  return { transferId: id, payerId, payeeId, currency, amount, ...(ladder !== null && { ladder }) }
}

/** What its payer is told of a transfer when it is sent: also that it is held, until when, and why. */
export function sentData(transfer: TransferRow): Record<string, unknown> {
  return {
    ...deliveredData(transfer),
    onBehalfOf: organisationOf(transfer),
    approveBy: isoOrNull(transfer.approveBy),
    heldUntil: isoOrNull(transfer.heldUntil),
    heldReleaseFrom: isoOrNull(transfer.heldReleaseFrom),
    heldReasons: transfer.heldReasons,
    ...(transfer.planId !== null && { plan: { id: transfer.planId, no: transfer.planPart } }),
  }
}

/** What is told of a transfer when it is delivered: nothing in it is hidden from the payee. */
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

/** The ladder of a transfer as the API writes it; null for any other. */
export function ladderJson(transfer: TransferRow) {
  const ladder = ladderOf(transfer)
  if (ladder === null) return null
  const { part, otherId, first, rest } = ladder
  return { part, otherId, first: amountToJson(first), rest: amountToJson(rest) }
}

/** A moment as the API writes it, or null where there is none. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at)
}
