/**
 * Asking back money that was claimed or has arrived: what a return request is, and what is true of it at a moment. What
 * may be done with it is decided in return-verbs.ts.
 *
 *   asked → returned | part_returned | declined | no_answer | withdrawn,   part_returned → returned
 *
 * Nothing is taken: only the recipient's own word moves money, and it goes to the account it came from and to no other.
 * A request that is due and that nobody has answered has ended, however late the sweep that writes it down.
 */

import { nextAskAt } from './asking-again.ts'
import type { Instant } from './instant.ts'
import { addDays, startOfChinaDate, type ChinaDate } from './law/china-date.ts'
import type { Amount, Currency } from './money.ts'

/**
 * Why it is asked back, in the words of ISO 20022 camt.056: wrong account, wrong amount, duplicate, asked by the payer
 * for no reason of these, fraudulent origin, not authorised by the payer.
 */
export const returnCauses = ['AC03', 'AM09', 'DUPL', 'CUST', 'FRAD', 'UAPA'] as const
export type ReturnCause = (typeof returnCauses)[number]

/**
 * Why it is not given back, in the words of camt.029: the recipient does not agree, has a ground in law to keep it, has
 * given it back already in another way, or has not the money. `NOAS`, no answer, is the clock's alone.
 */
export const returnDeclineReasons = ['CUST', 'LEGL', 'ARDT', 'AM04'] as const
export type ReturnDeclineReason = (typeof returnDeclineReasons)[number]

export const returnStates = [
  'asked',
  'part_returned',
  'returned',
  'declined',
  'no_answer',
  'withdrawn',
] as const
export type ReturnState = (typeof returnStates)[number]

/** `asked` by the payer; `offered` where the recipient gave back without being asked. */
export type ReturnKind = 'asked' | 'offered'

export type ReturnVerb = 'return' | 'decline' | 'remind' | 'withdraw'

/** Which verb can succeed in which state of a request that is open: the server, the screens and the docs read this. */
export const returnCan: Record<ReturnVerb, readonly ReturnState[]> = {
  return: ['asked', 'part_returned'],
  decline: ['asked', 'part_returned'],
  remind: ['asked', 'part_returned'],
  withdraw: ['asked', 'part_returned'],
}

export const returnVerbOf: Record<ReturnVerb, 'payer' | 'recipient'> = {
  return: 'recipient',
  decline: 'recipient',
  remind: 'payer',
  withdraw: 'payer',
}

/** Days, not hours: time enough to read, to ask at home and to answer. */
export const returnDueDaysMin = 3
export const returnDueDaysDefault = 7
export const returnDueDaysMax = 30

/** How often a share may be asked back: a request that was withdrawn or had no answer may be made again. */
export const returnRequestsMax = 3

export const returnTextLengthMax = 600
export const returnNoteLengthMax = 300

/** What one recipient has of one packet or transfer, and how much of it they have given back. */
export interface ReturnShare {
  sourceId: string
  recipientId: string
  currency: Currency
  received: Amount
  returned: Amount
  requestCount: number
  declinedAt: Instant | null
}

/** A return request as its row stands. */
export interface ReturnRequest {
  id: string
  sourceId: string
  kind: ReturnKind
  /** Who sent the money, and asks. */
  payerId: string
  recipientId: string
  currency: Currency
  cause: ReturnCause | null
  amount: Amount
  returned: Amount
  message: string
  /** Whether the service handed it over across a block. */
  served: boolean
  askedAt: Instant
  /** The last day for an answer, in China; null where it was given without being asked. */
  dueOn: ChinaDate | null
  /** The moment that day is over. */
  dueAt: Instant | null
  deliveredAt: Instant | null
  readAt: Instant | null
  reminderCount: number
  remindedAt: Instant | null
  returnedAt: Instant | null
  declinedAt: Instant | null
  declineReason: ReturnDeclineReason | null
  note: string
  withdrawnAt: Instant | null
  /** When its end was written down. */
  closedAt: Instant | null
  changedAt: Instant
}

/** What is still asked for. */
export function stillAsked({ amount, returned }: Pick<ReturnRequest, 'amount' | 'returned'>): Amount {
  return returned >= amount ? 0n : amount - returned
}

/** What the recipient still has of it. */
export function stillHeld({ received, returned }: Pick<ReturnShare, 'received' | 'returned'>): Amount {
  return received - returned
}

/** The state, computed from what was written down and from the clock. */
export function returnStateAt(request: ReturnRequest, now: Instant): ReturnState {
  if (stillAsked(request) === 0n) return 'returned'
  if (request.declinedAt !== null) return 'declined'
  if (request.withdrawnAt !== null) return 'withdrawn'
  if (request.returned > 0n) return 'part_returned'
  return isReturnDue(request, now) ? 'no_answer' : 'asked'
}

/** Whether the time to answer is over. */
export function isReturnDue({ dueAt }: Pick<ReturnRequest, 'dueAt'>, now: Instant): boolean {
  return dueAt !== null && now >= dueAt
}

/** Whether it still waits for its recipient. */
export function isReturnOpen(request: ReturnRequest, now: Instant): boolean {
  const state = returnStateAt(request, now)
  return (state === 'asked' || state === 'part_returned') && !isReturnDue(request, now)
}

/** When it ended, and nothing while it is open. */
export function returnEndedAt(request: ReturnRequest, now: Instant): Instant | null {
  if (isReturnOpen(request, now)) return null
  if (stillAsked(request) === 0n) return request.returnedAt
  return request.declinedAt ?? request.withdrawnAt ?? request.dueAt
}

/** The result in the words of camt.029: all of it, a part (`PECR`), nothing, or not known yet. */
export function returnResult(request: ReturnRequest, now: Instant): 'CNCL' | 'PECR' | 'RJCR' | 'PDCR' {
  if (stillAsked(request) === 0n) return 'CNCL'
  if (request.returned > 0n) return 'PECR'
  return isReturnOpen(request, now) ? 'PDCR' : 'RJCR'
}

/** The reason of a rejection in the words of camt.029; null where it was none. */
export function returnRejection(request: ReturnRequest, now: Instant): ReturnDeclineReason | 'NOAS' | null {
  const state = returnStateAt(request, now)
  if (state === 'declined') return request.declineReason
  return state === 'no_answer' ? 'NOAS' : null
}

/** The reason of a return in the words of pacs.004: it followed a request, or the recipient wished it. */
export function returnReason({ kind }: Pick<ReturnRequest, 'kind'>): 'FOCR' | 'MD06' {
  return kind === 'asked' ? 'FOCR' : 'MD06'
}

/** The moment a day to answer by is over. */
export function returnDueAt(dueOn: ChinaDate): Instant {
  return startOfChinaDate(addDays(dueOn, 1))
}

/** When the next reminder may be sent; null where there may be none any more, or where the service handed it over. */
export function nextReminderAt(request: ReturnRequest): Instant | null {
  if (request.served) return null
  return nextAskAt({ count: request.reminderCount, lastAt: request.remindedAt ?? request.askedAt })
}

/** The verbs that would succeed for this member now: what a screen offers. Quiet hours and blocks are asked later. */
export function returnMay(request: ReturnRequest, memberId: string, now: Instant): ReturnVerb[] {
  if (!isReturnOpen(request, now)) return []
  const side =
    memberId === request.payerId ? 'payer' : memberId === request.recipientId ? 'recipient' : undefined
  const state = returnStateAt(request, now)
  const next = nextReminderAt(request)
  const verbs = Object.keys(returnCan) as ReturnVerb[]
  return verbs.filter((verb) => {
    if (returnVerbOf[verb] !== side || !returnCan[verb].includes(state)) return false
    return verb !== 'remind' || (next !== null && now >= next)
  })
}
