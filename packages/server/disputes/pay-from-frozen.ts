/**
 * Money that a decision sends back: out of what an order has frozen for this dispute, on the word of the authority that
 * ordered it (core/freeze-basis.ts names the law of each), to the account it came from and to no other.
 */

import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideLeft } from '@laisee/core/return-verbs.ts'
import type { Tx } from '../db/db.ts'
import { documentById } from '../documents/hand-in.ts'
import { payOutOfFreeze } from '../freezes/pay-out.ts'
import { endByDecision } from '../instalments/end-by-decision.ts'
import { lockBeforeReturn } from '../limits/give-back.ts'
import { lockMember } from '../people/members.ts'
import { lockBoth, returnClaim } from '../returns/return-claim.ts'
import { lockHeld, moneyOf, type DecideAsk, type Effect } from './effect.ts'
import type { LockedDispute } from './lock.ts'

/**
 * Pay all that is left, or the part that was decided on. What both had agreed on to pay by instalments ends with it: what
 * is left after a part may be agreed anew. The holder's own return waits for the same lock, so that one of the two is told
 * that it has gone back already.
 */
export async function payFromFrozen(
  tx: Tx,
  { dispute }: LockedDispute,
  ask: DecideAsk & { freezeId: string },
): Promise<Effect> {
  const { freezeId, order, by } = ask
  const money = moneyOf(dispute)
  const { sourceId, holderId } = money
  const { source, share } = await lockHeld(tx, dispute)
  const amount = orThrow(decideLeft(share, ask.outcome === 'part' ? ask.amount : null))
  // Before the freeze takes the holder's wallet alone: the two wallets are locked by id, whoever's is first.
  await lockMember(tx, holderId)
  await lockBeforeReturn(tx, source)
  await lockBoth(tx, holderId, source)
  await payOutOfFreeze(tx, { freezeId, money, amount, order, by })
  const { reference: orderReference, documentId } = order!
  if (!(await documentById(tx, documentId)))
    throw new RefusalError(refuse('document_unknown', { field: 'order' }))
  await endByDecision(tx, { sourceId, debtorId: holderId, disputeId: dispute.id })
  const { request } = await returnClaim(tx, { sourceId, memberId: holderId, amount })
  return { effect: 'moved', effectId: request.id, amount, freezeId, orderReference, documentId }
}
