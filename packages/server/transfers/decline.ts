/** Decline: the payee sends a transfer back before it arrives, and the payer has the money at once. */

import { orThrow } from '@laisee/core/refusals.ts'
import { decideDeclineTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Tx } from '../db/db.ts'
import { writeEnd } from './change.ts'
import { lockForVerb, type TransferVerbAsk } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'

/** Decline a transfer, accepted or not, between its delivery and `arriveAt`. */
export async function declineTransfer(tx: Tx, ask: TransferVerbAsk): Promise<TransferRow> {
  const { transfer, now } = await lockForVerb(tx, ask.transferId)
  orThrow(decideDeclineTransfer(transfer, ask.memberId, now))
  return await writeEnd(tx, transfer, { state: 'declined', at: now, by: ask.memberId, reason: null }, now)
}
