/** Sending a transfer: what may be asked for, in the order in which it is refused, and the moments that follow from it. */

import type { Wallet } from './account.ts'
import { secondMs, type Instant } from './instant.ts'
import { decideLadder, type LadderAsk } from './ladder.ts'
import type { Amount } from './money.ts'
import { profiles, type ProfileName } from './profile.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { decidePayment, decideSpending, type SpendingAsk, type SpendingFacts } from './spending.ts'

/** A send as asked, after the edge has read it: the amount is positive. */
export interface TransferAsk {
  payerId: string
  payeeId: string
  amount: Amount
  delayS: number
  profile: ProfileName
  /** Where the amount goes in two parts: the first of them, and how long the payee has for their word on the rest. */
  ladder?: LadderAsk | null
  /** The sum of the split plan that it is a part of. */
  whole?: Amount | null
}

/** What the rules need to know about the people and the money behind a transfer. */
export interface TransferFacts {
  payeeKnown: boolean
  /** Whether either has blocked the other. */
  blocked: boolean
  wallet: Wallet
  undoS: number
  /** How long it is held before its undo window begins. */
  holdMs: number
  /** The limits on the payer; absent in a form, which does not know them before it is sent. */
  spending?: SpendingFacts
}

/** A transfer as limits see it. */
export function spendingOfTransfer({ amount, whole }: Pick<TransferAsk, 'amount' | 'whole'>): SpendingAsk {
  return { field: 'amount', amount, count: 1, groupLucky: false, whole: whole ?? amount }
}

/** What the rules fix about a transfer when it is sent. */
export interface TransferTimes {
  needsAcceptance: boolean
  deliverAt: Instant
  acceptBy: Instant | null
  arriveAt: Instant | null
}

/**
 * May this transfer be sent, and when does what happen to it? The people first, then what was asked, the money last. The
 * moments of a ladder are those of its first part; its rest has its own beside them (`restTimes`).
 */
export function decideSendTransfer(
  ask: TransferAsk,
  facts: TransferFacts,
  now: Instant,
): TransferTimes | Refusal {
  const profile = profiles[ask.profile]
  if (!facts.payeeKnown) return refuse('member_unknown', { field: 'payeeId' })
  if (ask.payeeId === ask.payerId) return refuse('self_not_allowed', { field: 'payeeId' })
  if (facts.blocked) return refuse('recipient_blocked', { field: 'payeeId' })
  const parts = ask.ladder && decideLadder(ask.amount, ask.ladder)
  if (isRefusal(parts)) return parts
  if ((ask.whole ?? ask.amount) > profile.transferMax)
    return refuse('amount_above_max', { field: 'amount', max: Number(profile.transferMax) })
  const delayMaxS = profile.transferDelayMaxMs / secondMs
  if (ask.delayS < 0 || ask.delayS > delayMaxS)
    return refuse('delay_out_of_bounds', { field: 'delayS', min: 0, max: delayMaxS })
  const { wallet, spending } = facts
  const limits = spending && decideSpending(spendingOfTransfer(ask), spending)
  if (isRefusal(limits)) return limits
  const payment = decidePayment(wallet, ask.amount, spending?.family ?? null)
  if (isRefusal(payment)) return payment
  const deliverAt = now + facts.holdMs + facts.undoS * secondMs
  const needsAcceptance = profile.transferNeedsAcceptance
  return {
    needsAcceptance,
    deliverAt,
    acceptBy: needsAcceptance ? deliverAt + profile.transferAcceptMs : null,
    arriveAt: needsAcceptance ? null : deliverAt + ask.delayS * secondMs,
  }
}

/** The moments of a ladder's rest, beside those of its first part: it waits for the payee's word, whatever the profile is. */
export function restTimes(
  { deliverAt }: Pick<TransferTimes, 'deliverAt'>,
  { acknowledgeWithinS }: LadderAsk,
): TransferTimes {
  const acceptBy = deliverAt + acknowledgeWithinS * secondMs
  return { needsAcceptance: true, deliverAt, acceptBy, arriveAt: null }
}
