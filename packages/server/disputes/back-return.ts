/**
 * Without legal ground nobody's money is taken. The service says so, and asks for it: a return request in the payer's name
 * and the service's words.
 */

import type { DisputeCause } from '@laisee/core/dispute.ts'
import { RefusalError, type RefusalCode } from '@laisee/core/refusals.ts'
import type { ReturnCause } from '@laisee/core/return-request.ts'
import { backedReturnText } from '@laisee/core/return-text.ts'
import type { Tx } from '../db/db.ts'
import { askReturns } from '../returns/ask-returns.ts'
import type { DecideAsk, Effect } from './effect.ts'
import type { LockedDispute } from './lock.ts'
import { holderOf } from './read.ts'

const causes: Readonly<Record<DisputeCause, ReturnCause>> = {
  mistake: 'AC03',
  fraud: 'FRAD',
  account_theft: 'UAPA',
}

/** Where a request cannot be made for what happened before: the decision stands all the same. */
const askedBefore: ReadonlySet<RefusalCode> = new Set([
  'instalments_agreed',
  'already_given_back',
  'already_asked_back',
  'return_declined',
  'asked_back_enough',
])

/**
 * Without legal ground nobody's money is taken: it is asked for, in the payer's name and the service's words. To return
 * all is to return what is left of it. Whoever has blocked the payer is served it all the same, once, by the service.
 */
export async function backReturn(tx: Tx, { dispute }: LockedDispute, ask: DecideAsk): Promise<Effect> {
  const { sourceId, payerId, cause } = dispute
  try {
    const { requests } = await askReturns(tx, {
      sourceId,
      memberId: payerId,
      recipientIds: [holderOf(dispute)],
      cause: causes[cause],
      amount: ask.outcome === 'part' ? ask.amount : null,
      dueOn: null,
      message: backedReturnText('zh'),
      language: 'zh',
      isBacked: true,
    })
    const { id: effectId, amount } = requests[0]!
    return { effect: 'backed', effectId, amount }
  } catch (error) {
    if (error instanceof RefusalError && askedBefore.has(error.refusal.code)) return { effect: 'not_asked' }
    throw error
  }
}
