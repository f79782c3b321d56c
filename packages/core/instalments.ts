/**
 * Instalments: giving back in parts that both agreed on. Either proposes, the other accepts that very version; whoever
 * wants it otherwise proposes the next. What may be done is decided in instalment-verbs.ts.
 *
 *   proposed → active → paid | released | settled,   proposed → declined | withdrawn
 *
 * Settled: a decision in a dispute sent money back out of what was frozen for it, and the parts no longer fit.
 *
 * Parts make the sum to the fen; their days are working days. There is no interest unless both have written it in.
 */

import { dayMs, hourMs, type Instant } from './instant.ts'
import { addDays, addMonths, startOfChinaDate, weekdayOf, type ChinaDate } from './law/china-date.ts'
import { restDay } from './law/rest-day.ts'
import type { Amount, Currency } from './money.ts'
import { equalParts } from './split-plan.ts'

export const instalmentsStates = [
  'proposed',
  'active',
  'paid',
  'released',
  'settled',
  'declined',
  'withdrawn',
] as const
export type InstalmentsState = (typeof instalmentsStates)[number]

export const partStates = ['to_come', 'due', 'missed', 'paid'] as const
export type PartState = (typeof partStates)[number]

export type InstalmentsVerb = 'propose' | 'accept' | 'drop' | 'pay' | 'consent' | 'release'

export const instalmentPartsMax = 36
export const instalmentDaysMax = 1_096
export const instalmentVersionsMax = 50
export const instalmentNoteLengthMax = 300

/** On its day a part that is paid by standing consent is taken at nine in the morning, China time. */
const payHour = 9

export interface InstalmentTermsPart {
  amount: Amount
  /** The day it was asked for, and the working day it is due. */
  askedOn: ChinaDate
  dueOn: ChinaDate
}

/** What a version says: the sum, what is asked beside it, and the parts they make. */
export interface InstalmentTerms {
  principal: Amount
  interest: Amount
  parts: readonly InstalmentTermsPart[]
}

export interface InstalmentPart extends InstalmentTermsPart {
  no: number
  paidAt: Instant | null
  /** When it was found that it was not paid on its day. */
  missedAt: Instant | null
}

/** Instalments as their row stands. */
export interface Instalments {
  id: string
  sourceId: string
  /** Who is paid back, and who pays back. */
  creditorId: string
  debtorId: string
  currency: Currency
  state: InstalmentsState
  versionCount: number
  /** The version that waits for the other's word; null where none does. */
  proposedVersion: number | null
  proposedBy: string | null
  proposedAt: Instant | null
  agreedVersion: number | null
  agreedAt: Instant | null
  /** Of what was agreed last: what is still to be paid, and what was paid of all. */
  principalLeft: Amount
  interestLeft: Amount
  principalPaid: Amount
  interestPaid: Amount
  /** Whether the debtor lets each part be taken on its day. */
  consent: boolean
  endedAt: Instant | null
  endedBy: string | null
  changedAt: Instant
}

/** The first day from this one on that is no day off. Where no notice says, Saturdays and Sundays are off. */
export function workingDayFrom(day: ChinaDate): ChinaDate {
  let working = day
  for (;;) {
    const known = restDay(working)
    const weekend = weekdayOf(working) === 0 || weekdayOf(working) === 6
    if (known === 'work' || (known === 'unknown_year' && !weekend)) return working
    working = addDays(working, 1)
  }
}

export const instalmentRhythms = ['week', 'two_weeks', 'month'] as const
export type InstalmentRhythm = (typeof instalmentRhythms)[number]

/**
 * Parts as equal as fen allow, from a first day on. A month on from the 31st is that month's last day; every day is
 * counted from the first, so that the 31st comes back where a month has one.
 */
export function planInstalments(
  total: Amount,
  { count, firstOn, every }: { count: number; firstOn: ChinaDate; every: InstalmentRhythm },
): { amount: Amount; dueOn: ChinaDate }[] {
  const day = (i: number) =>
    every === 'month' ? addMonths(firstOn, i) : addDays(firstOn, i * (every === 'week' ? 7 : 14))
  return equalParts(total, count).map((amount, i) => ({ amount, dueOn: day(i) }))
}

/** When standing consent pays a part. */
export function payAtOf({ dueOn }: Pick<InstalmentPart, 'dueOn'>): Instant {
  return startOfChinaDate(dueOn) + payHour * hourMs
}

/** The moment a part is missed, where nobody has paid it: the end of its day. */
export function missAtOf({ dueOn }: Pick<InstalmentPart, 'dueOn'>): Instant {
  return startOfChinaDate(dueOn) + dayMs
}

export function partStateAt(part: InstalmentPart, now: Instant): PartState {
  if (part.paidAt !== null) return 'paid'
  if (part.missedAt !== null || now >= missAtOf(part)) return 'missed'
  return now >= startOfChinaDate(part.dueOn) ? 'due' : 'to_come'
}

/** The parts that are still to be paid, in order. */
export function unpaidParts(parts: readonly InstalmentPart[]): InstalmentPart[] {
  return parts.filter(({ paidAt }) => paidAt === null)
}

/** When the clock has something to do next: pay by consent, or find that a part was missed. Null where it has nothing. */
export function nextLookAt(
  { state, consent }: Pick<Instalments, 'state' | 'consent'>,
  parts: readonly InstalmentPart[],
): Instant | null {
  if (state !== 'active') return null
  const next = parts.find(({ paidAt, missedAt }) => paidAt === null && missedAt === null)
  if (!next) return null
  return consent ? payAtOf(next) : missAtOf(next)
}

/** What is still to be paid: nothing of what has ended, however it did. */
export function instalmentsOwed(
  instalments: Pick<Instalments, 'principalLeft' | 'interestLeft' | 'endedAt'>,
): Amount {
  return instalments.endedAt === null ? instalmentsLeft(instalments) : 0n
}

/** What was agreed last and is not paid. */
export function instalmentsLeft({
  principalLeft,
  interestLeft,
}: Pick<Instalments, 'principalLeft' | 'interestLeft'>): Amount {
  return principalLeft + interestLeft
}

/** How a payment divides: what is given back comes first, what was agreed beside it last. */
export function dividePayment(
  { principalLeft }: Pick<Instalments, 'principalLeft'>,
  amount: Amount,
): { principal: Amount; interest: Amount } {
  const principal = amount < principalLeft ? amount : principalLeft
  return { principal, interest: amount - principal }
}

/** The verbs that would succeed for this member now: what a screen offers. */
export function instalmentsMay(instalments: Instalments, memberId: string): InstalmentsVerb[] {
  const { state, proposedBy, creditorId, debtorId } = instalments
  const isDebtor = memberId === debtorId
  if ((!isDebtor && memberId !== creditorId) || instalments.endedAt !== null) return []
  const verbs: InstalmentsVerb[] = ['propose']
  if (proposedBy !== null && proposedBy !== memberId) verbs.push('accept')
  if (proposedBy !== null) verbs.push('drop')
  if (state === 'active') verbs.push(...(isDebtor ? (['pay', 'consent'] as const) : (['release'] as const)))
  return verbs
}
