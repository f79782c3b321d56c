/** Loading a transfer for a verb: the row under lock, then the time. */

import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockTransfer, lockTransferIfFree, readTransfer, type TransferRow } from './transfers.sql.ts'

export interface LockedTransfer {
  transfer: TransferRow
  /** The other half of a ladder, where both are locked: until delivery they live and end together. */
  other?: TransferRow | undefined
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

/**
 * Lock a transfer, and with one half of a ladder the other, in order of their ids. Which one that is never changes, so
 * it is read before the locks.
 */
export async function lockWhole(tx: Tx, transferId: string): Promise<LockedTransfer> {
  const otherId = (await tx.one(readTransfer, transferId))?.ladderOtherId ?? null
  if (otherId === null) return lockForVerb(tx, transferId)
  const locked = new Map<string, TransferRow>()
  for (const id of [transferId, otherId].sort()) locked.set(id, (await tx.one(lockTransfer, id))!)
  const [transfer, other] = [locked.get(transferId)!, locked.get(otherId)!]
  return { transfer, other, now: await tx.now(Math.max(transfer.changedAt, other.changedAt)) }
}

/** Lock a transfer for a duty, or undefined where another server or a verb is at it: the next sweep finds it again. */
export async function lockForDuty(tx: Tx, transferId: string): Promise<LockedTransfer | undefined> {
  const transfer = await tx.one(lockTransferIfFree, transferId)
  return transfer && { transfer, now: await tx.now(transfer.changedAt) }
}
