/** Loading a transfer for a verb: the row under lock, then the time. */

import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockTransfer, lockTransferIfFree, type TransferRow } from './transfers.sql.ts'

export interface LockedTransfer {
  transfer: TransferRow
  now: Instant
}

/** Who asks a verb of which transfer. */
export interface TransferVerbAsk {
  transferId: string
  memberId: string
}

/** Lock a transfer for a member's verb. An id that names none is `not_found`, like one the member may not see. */
export async function lockForVerb(tx: Tx, transferId: string): Promise<LockedTransfer> {
  const transfer = await tx.one(lockTransfer, transferId)
  if (!transfer) throw new RefusalError(refuse('not_found'))
  return { transfer, now: await tx.now(transfer.changedAt) }
}

/** Lock a transfer for a duty, or undefined where another server or a verb is at it: the next sweep finds it again. */
export async function lockForDuty(tx: Tx, transferId: string): Promise<LockedTransfer | undefined> {
  const transfer = await tx.one(lockTransferIfFree, transferId)
  return transfer && { transfer, now: await tx.now(transfer.changedAt) }
}
