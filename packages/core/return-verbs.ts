/**
 * What may be done about money that was claimed or has arrived, as pure rules: loaded values in, a decision or a refusal
 * out, in the order of the registry. Nothing here reads a clock.
 */

import { decideDebit, type Wallet } from './account.ts'
import { askedEnough } from './asking-again.ts'
import type { Instant } from './instant.ts'
import { addDays, chinaDateOf, isChinaDate, type ChinaDate } from './law/china-date.ts'
import type { Amount } from './money.ts'
import { isQuietAt, type QuietHours } from './quiet.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import {
  isReturnOpen,
  nextReminderAt,
  returnDueAt,
  returnDueDaysDefault,
  returnDueDaysMax,
  returnDueDaysMin,
  returnEndedAt,
  returnRequestsMax,
  returnStateAt,
  stillAsked,
  stillHeld,
  type ReturnRequest,
  type ReturnShare,
} from './return-request.ts'
import { wrongInText } from './return-text.ts'

/** Everything that decides whether one recipient may be asked. */
export interface ReturnAsked {
  payerId: string
  recipientId: string
  isBlocked: boolean
  /** Undefined where they have claimed nothing, or it has not arrived. */
  share: ReturnShare | undefined
  /** The request that is open, if one is. */
  open: ReturnRequest | undefined
}

/** What a request asks for; the whole of what is left and the usual time where it does not say. */
export interface ReturnAskTerms {
  amount: Amount | null
  dueOn: ChinaDate | null
}

/** The last day to answer by: days ahead, neither too few nor too many. Gives the day and the moment it is over. */
export function decideReturnDue(
  dueOn: ChinaDate | null,
  now: Instant,
): { dueOn: ChinaDate; dueAt: Instant } | Refusal {
  const today = chinaDateOf(now)
  const day = dueOn ?? addDays(today, returnDueDaysDefault)
  const [from, until] = [addDays(today, returnDueDaysMin), addDays(today, returnDueDaysMax)]
  if (!isChinaDate(day) || day < from || day > until)
    return refuse('return_due_out_of_bounds', { field: 'dueOn', from, until })
  return { dueOn: day, dueAt: returnDueAt(day) }
}

/** May this recipient be asked? Gives the amount that is asked for and the last day for an answer. */
export function decideAskReturn(
  asked: ReturnAsked,
  { amount, dueOn }: ReturnAskTerms,
  now: Instant,
): { amount: Amount; dueOn: ChinaDate; dueAt: Instant } | Refusal {
  const { payerId, recipientId, isBlocked, share, open } = asked
  if (recipientId === payerId) return refuse('self_not_allowed')
  if (isBlocked) return refuse('recipient_blocked')
  const due = decideReturnDue(dueOn, now)
  if (isRefusal(due)) return due
  if (!share) return refuse('nothing_to_return')
  const left = decideLeft(share, amount)
  if (isRefusal(left)) return left
  if (open && isReturnOpen(open, now)) return refuse('already_asked_back', { requestId: open.id })
  if (share.declinedAt !== null) return refuse('return_declined', { declinedAt: share.declinedAt })
  if (share.requestCount >= returnRequestsMax) return refuse('asked_back_enough', { max: returnRequestsMax })
  return { amount: left, ...due }
}

/** How much of a share a request or a return is about: at most what is left of it; all of that where nobody says. */
export function decideLeft(share: ReturnShare, amount: Amount | null): Amount | Refusal {
  const left = stillHeld(share)
  if (left === 0n) return refuse('already_given_back', { returned: Number(share.returned) })
  if (amount !== null && amount > left)
    return refuse('return_above_left', { field: 'amount', left: Number(left) })
  return amount ?? left
}

/**
 * Give back: by whoever has it, asked or not, while there is something left and their own wallet has it. `amount` null is
 * what is still asked for, and all that is left where nothing is. Where the wallet has not enough it is AM04.
 */
export function decideReturnClaim(
  share: ReturnShare | undefined,
  open: ReturnRequest | undefined,
  wallet: Wallet,
  amount: Amount | null,
  now: Instant,
): Amount | Refusal {
  if (!share) return refuse('nothing_to_return')
  const asked = open && isReturnOpen(open, now) ? smaller(stillAsked(open), stillHeld(share)) : null
  const decided = decideLeft(share, amount ?? asked)
  if (isRefusal(decided)) return decided
  const debit = decideGiveBack(wallet, decided)
  return isRefusal(debit) ? debit : decided
}

/** May this wallet give so much back? The refusal says why as ISO 20022 does: AM04 no money, AC06 a blocked account. */
export function decideGiveBack(wallet: Wallet, amount: Amount): 'debit' | Refusal {
  const debit = decideDebit(wallet, amount)
  if (!isRefusal(debit)) return debit
  return refuse(debit.code, { ...debit.data, rejection: debit.code === 'wallet_frozen' ? 'AC06' : 'AM04' })
}

/** The refusal of a request that has ended, with how and when; nothing while it is open. */
export function overRefusal(request: ReturnRequest, now: Instant): Refusal | undefined {
  if (isReturnOpen(request, now)) return undefined
  return refuse('return_request_over', {
    state: returnStateAt(request, now),
    decidedAt: returnEndedAt(request, now),
  })
}

/** Decline: the recipient's own, while it is open. Nobody has to say why in words. */
export function decideDeclineReturn(
  request: ReturnRequest,
  actorId: string,
  now: Instant,
): 'decline' | Refusal {
  if (actorId !== request.recipientId) return refuse('not_found')
  return overRefusal(request, now) ?? 'decline'
}

/** Withdraw: the payer's own, while it is open. What came back stays. */
export function decideWithdrawReturn(
  request: ReturnRequest,
  actorId: string,
  now: Instant,
): 'withdraw' | Refusal {
  if (actorId !== request.payerId) return refuse('not_found')
  return overRefusal(request, now) ?? 'withdraw'
}

/** Remind: three times at most, a day apart, never by night as the recipient has it, never across a block. */
export function decideRemindReturn(
  request: ReturnRequest,
  actorId: string,
  { isBlocked, recipient }: { isBlocked: boolean; recipient: QuietHours & { timeZone: string } },
  now: Instant,
): 'remind' | Refusal {
  if (actorId !== request.payerId) return refuse('not_found')
  if (isBlocked) return refuse('recipient_blocked')
  const over = overRefusal(request, now)
  if (over) return over
  if (isQuietAt(now, recipient)) return refuse('recipient_quiet')
  return askedEnough(nextReminderAt(request), now) ?? 'remind'
}

/** The clock's: due and not written down. Gives what is to be written, or nothing. */
export function decideReturnUnanswered(request: ReturnRequest, now: Instant): 'unanswered' | undefined {
  if (request.closedAt !== null || request.dueAt === null || now < request.dueAt) return undefined
  return 'unanswered'
}

/** A text that threatens, invents or asks for what it may not is not passed on. */
export function decideReturnText(text: string, field: string): 'fine' | Refusal {
  const wrong = wrongInText(text)
  if (wrong.findings.length === 0 && wrong.blanks.length === 0) return 'fine'
  const findings = wrong.findings.map(({ kind, start, end }) => ({ kind, start, end }))
  return refuse('return_text_refused', { field, findings, blanks: wrong.blanks })
}

const smaller = (a: Amount, b: Amount): Amount => (a < b ? a : b)
