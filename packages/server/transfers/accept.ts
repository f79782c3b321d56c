/** Accept: the payee's word, where the profile asks for it. What has no delay left arrives in the same transaction. */

import { orThrow } from '@laisee/core/refusals.ts'
import { decideAcceptTransfer } from '@laisee/core/transfer-verbs.ts'
import type { Tx } from '../db/db.ts'
import { arriveIfDue } from './arrive.ts'
import { writeAcceptance } from './change.ts'
import { lockForVerb, type TransferVerbAsk } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'

/** Accept a transfer between its delivery and `acceptBy`. */
export async function acceptTransfer(tx: Tx, ask: TransferVerbAsk): Promise<TransferRow> {
  const { transfer, now } = await lockForVerb(tx, ask.transferId)
  const accepted = orThrow(decideAcceptTransfer(transfer, ask.memberId, now))
  const row = await writeAcceptance(tx, transfer, accepted)
  return (await arriveIfDue(tx, row, now)) ?? row
}
