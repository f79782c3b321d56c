/** Paying what a collection asks for: a transfer to the one who asks, of that amount, like any other. */

import { decidePayShare } from '@laisee/core/collection.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { GuardAsk } from '../guard/judge-send.ts'
import type { StepUpGiven } from '../passkeys/prove-step-up.ts'
import type { TransferSight } from '../transfers/read.ts'
import { sendTransfer } from '../transfers/send.ts'
import { tellOf, writeShare } from './change-collection.ts'
import { lockCollectionFor } from './read-collections.ts'

export interface PayShareAsk {
  memberId: string
  collectionId: string
  stepUp: StepUpGiven | undefined
  guard: GuardAsk | undefined
}

/**
 * Pay one's share. Refuses `not_found`, `share_paid_already`, `collection_closed`, and then as `sendTransfer` does. Where
 * the transfer comes back, undone or recalled or refused, the share is asked again and may be paid anew.
 */
export async function payShare(tx: Tx, ask: PayShareAsk): Promise<TransferSight['transfer']> {
  const { memberId, collectionId, stepUp, guard } = ask
  const { collection, own } = await lockCollectionFor(tx, memberId, collectionId)
  if (!own) throw new RefusalError(refuse('not_found'))
  orThrow(decidePayShare(collection, own))
  const { askerId: payeeId, note } = collection
  const send = {
    payerId: memberId,
    payeeId,
    amount: own.amount,
    delayS: null,
    note,
    profile: 'laisee',
  } as const
  const transfer = await sendTransfer(tx, { ...send, stepUp, guard })
  const { id, state, sentAt: at } = transfer
  await writeShare(tx, collectionId, { ...own, paidBy: { id, state } })
  await tellOf(tx, collection, 'collection.paid', { memberId, transferId: id }, at, [memberId])
  return transfer
}
