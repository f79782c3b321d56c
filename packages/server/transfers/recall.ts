/** Recall: from delivery until it arrives, the payer takes all of it back. */

import type { RecallReason } from '@laisee/core/recall.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideRecallTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Tx } from '../db/db.ts'
import { passRecallRight } from '../policies/recall-right.ts'
import { writeEnd } from './change.ts'
import { lockForVerb, type LockedTransfer, type TransferVerbAsk } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'

export interface RecalledTransfer {
  /** ISO 20022: cancelled. A transfer is never half arrived, so there is no other result. */
  result: 'CNCL'
  transfer: TransferRow
}

/**
 * Recall a transfer before `arriveAt`, with the ISO 20022 reason the payer gives. A caller that holds the transfer
 * already gives it with the moment it was judged at.
 */
export async function recallTransfer(
  tx: Tx,
  ask: TransferVerbAsk & { reason: RecallReason; note?: string | null },
  locked?: LockedTransfer,
): Promise<RecalledTransfer> {
  const { transfer, now } = locked ?? (await lockForVerb(tx, ask.transferId))
  const organisationId = organisationOf(transfer)
  const { memberId, reason, note = null } = ask
  const end = { state: 'recalled', at: now, by: memberId, reason } as const
  if (organisationId === null) {
    const { result } = orThrow(decideRecallTransfer(transfer, memberId, now))
    return { result, transfer: await writeEnd(tx, transfer, end, now) }
  }
  const decision = decideRecallTransfer(transfer, transfer.payerId, now)
  const { result } = await passRecallRight(tx, { organisationId, memberId, note, now }, transfer, decision)
  const told = { data: { recalledBy: memberId, note } }
  return { result, transfer: await writeEnd(tx, transfer, end, now, told) }
}
