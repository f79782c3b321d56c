/**
 * Money that goes back out of a frozen amount, by a decision in the dispute it is frozen for. What is over stays frozen,
 * under the same order and until the same moment; where nothing is over the freeze ends. It lies in the wallet then, and
 * whoever asks returns it in the same transaction.
 */

import type { Actor } from '@laisee/core/actor.ts'
import { endedRefusal, keptActor } from '@laisee/core/freeze.ts'
import { decidePayOut, leftFrozen, type DisputedMoney, type PayingOrder } from '@laisee/core/freeze-case.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { post } from '../ledger/ledger.ts'
import { payOutFreeze, type FreezeRow } from './freezes.sql.ts'
import { lockFreeze } from './release.ts'
import { isParty, tellOwner, type Subject } from './subject.ts'

export interface PayOutAsk {
  freezeId: string
  /** The dispute it is decided in. */
  money: DisputedMoney
  amount: Amount
  /** The word of the authority that bound the money. */
  order: PayingOrder | null
  by: Actor
}

/** Let so much of a frozen amount go, to be returned. Refuses `not_found`, `own_act`, `freeze_ended`, `paying_order_needed`. */
export async function payOutOfFreeze(tx: Tx, ask: PayOutAsk): Promise<void> {
  const { amount, by, money } = ask
  const { subject, freeze } = await lockFreeze(tx, ask.freezeId)
  if (await isParty(tx, subject, by, freeze.aboutId)) throw new RefusalError(refuse('own_act'))
  const ended = endedRefusal(freeze, subject.now)
  if (ended) throw new RefusalError(ended)
  orThrow(decidePayOut(freeze, money, ask))
  const postingNo = freeze.postingCount + 1n
  const paidOut = freeze.paidOut + amount
  const isAll = paidOut === freeze.amount
  const row = (await tx.one(
    payOutFreeze,
    freeze.subjectId,
    freeze.id,
    paidOut,
    postingNo,
    isAll ? toIso(subject.now) : null,
    isAll ? keptActor(by) : null,
    isAll ? 'settled' : null,
  ))!
  await post(tx, {
    sourceId: row.id,
    postingNo,
    from: { ownerId: row.ownerId, kind: 'frozen' },
    to: { ownerId: row.ownerId, kind: 'wallet' },
    currency: row.currency,
    amount,
    reason: 'unfrozen',
    at: subject.now,
  })
  await tellReturned(tx, subject, row, { amount, disputeId: money.id })
}

async function tellReturned(
  tx: Tx,
  subject: Subject,
  row: FreezeRow,
  { amount, disputeId }: { amount: Amount; disputeId: string },
): Promise<void> {
  const { id: freezeId, ownerId, currency, until, releaseReason } = row
  const whose = subject.organisation ? {} : { memberId: ownerId }
  const what = {
    freezeId,
    disputeId,
    currency,
    amount,
    left: leftFrozen(row),
    until: toIso(until),
    releaseReason,
  }
  const data = { ...whose, ...what }
  await tellOwner(tx, subject, { kind: 'wallet.frozen_amount_returned', at: subject.now, data })
}
