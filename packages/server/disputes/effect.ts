/** What a decision does to the money, and the two sides of it: what every way of carrying one out takes and gives. */

import type { Actor } from '@laisee/core/actor.ts'
import type { DisputeOutcome } from '@laisee/core/dispute.ts'
import type { DisputedMoney, PayingOrder } from '@laisee/core/freeze-case.ts'
import type { Amount } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockShareOf, type LockedShare } from '../returns/lock-share.ts'
import { receivedOf, seeSource, settleArrival, type ReturnSource } from '../returns/source.ts'
import type { DisputeRow } from './disputes.sql.ts'
import { holderOf } from './read.ts'

export interface DecideAsk {
  disputeId: string
  by: Actor
  outcome: DisputeOutcome
  /** Of a part: how much goes back. Of a freeze: how much, or all that is left. */
  amount: Amount | null
  reasons: string
  /** A freeze the decision ends, or pays out of. */
  freezeId: string | null
  /** What lets money out of a freeze: the word of the authority that bound it. */
  order: PayingOrder | null
}

export interface Effect {
  /** `moved`: money went back; `backed`: it is asked for; `frozen`, `released`; `none`. */
  effect: 'moved' | 'backed' | 'not_asked' | 'frozen' | 'released' | 'none'
  effectId?: string
  amount?: Amount
  freezeId?: string
  orderReference?: string
  documentId?: string
}

/** The money of a dispute, as freezes are held against it. */
export function moneyOf(dispute: DisputeRow): DisputedMoney & { holderId: string } {
  return { id: dispute.id, sourceId: dispute.sourceId, holderId: holderOf(dispute) }
}

/** What the holder has of it, under the lock where every return of it waits. */
export async function lockHeld(tx: Tx, dispute: DisputeRow): Promise<LockedShare & { source: ReturnSource }> {
  const holderId = holderOf(dispute)
  const source = await seeSource(tx, dispute.sourceId, holderId)
  await settleArrival(tx, source)
  const received = await receivedOf(tx, source, holderId)
  if (received === undefined) throw new RefusalError(refuse('nothing_to_return'))
  return { source, ...(await lockShareOf(tx, source, holderId, received)) }
}
