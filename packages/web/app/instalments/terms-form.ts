/** Terms of instalments as somebody fills them in: equal parts from a day on, or each part by hand. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import {
  instalmentPartsMax,
  planInstalments,
  workingDayFrom,
  type InstalmentRhythm,
} from '@laisee/core/instalments.ts'
import { decideTerms } from '@laisee/core/instalment-verbs.ts'
import { addDays, chinaDateOf, isChinaDate, type ChinaDate } from '@laisee/core/law/china-date.ts'
import { lawfulInterestMax } from '@laisee/core/law/lending-rate.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isRefusal, type Refusal } from '@laisee/core/refusals.ts'

/** As it is kept on the device. */
export interface TermsDraft {
  total: string
  count: string
  every: InstalmentRhythm
  first: string
  isOwn: boolean
  own: { amount: string; day: string }[]
  withInterest: boolean
  interest: string
  note: string
}

export const freshTerms: TermsDraft = {
  total: '',
  count: '3',
  every: 'month',
  first: '',
  isOwn: false,
  own: [],
  withInterest: false,
  interest: '',
  note: '',
}

export interface ShownPart {
  amount: Amount | undefined
  askedOn: ChinaDate
  /** The working day it is due; undefined while its day is none. */
  dueOn: ChinaDate | undefined
}

export interface TermsReading {
  principal: Amount | undefined
  principalProblem: 'wrong' | 'aboveLeft' | undefined
  interest: Amount
  interestMax: Amount
  parts: ShownPart[]
  sum: Amount
  total: Amount | undefined
  refusal: Refusal | undefined
  body: TermsBody | undefined
}

export interface TermsBody {
  principal: number
  interest: number
  parts: { amount: number; dueOn: ChinaDate }[]
  note: string | null
}

const amountOf = (typed: string): Amount | undefined => {
  const reading = readAmountInput(typed)
  return 'amount' in reading ? reading.amount : undefined
}

/** The first day where none was chosen: in a week, and no day off. */
export function firstDay({ first }: Pick<TermsDraft, 'first'>, today: ChinaDate): ChinaDate {
  return isChinaDate(first) ? first : workingDayFrom(addDays(today, 7))
}

/** How many parts; undefined where that is no number of parts. */
export function countOf({ count }: Pick<TermsDraft, 'count'>): number | undefined {
  const read = /^\d{1,2}$/.test(count.trim()) ? Number(count) : 0
  return read >= 1 && read <= instalmentPartsMax ? read : undefined
}

function partsOf(draft: TermsDraft, total: Amount | undefined, today: ChinaDate): ShownPart[] {
  const due = (day: string) => (isChinaDate(day) ? workingDayFrom(day) : undefined)
  if (draft.isOwn)
    return draft.own.map(({ amount, day }) => ({ amount: amountOf(amount), askedOn: day, dueOn: due(day) }))
  const count = countOf(draft)
  if (total === undefined || count === undefined || total < BigInt(count)) return []
  const plan = { count, firstOn: firstDay(draft, today), every: draft.every }
  return planInstalments(total, plan).map(({ amount, dueOn }) => ({
    ...{ amount, askedOn: dueOn },
    dueOn: due(dueOn),
  }))
}

function readPrincipal(
  { total }: TermsDraft,
  left: Amount,
): Pick<TermsReading, 'principal' | 'principalProblem'> {
  if (total.trim() === '') return { principal: left, principalProblem: undefined }
  const principal = amountOf(total)
  if (principal === undefined) return { principal, principalProblem: 'wrong' }
  if (principal > left) return { principal: undefined, principalProblem: 'aboveLeft' }
  return { principal, principalProblem: undefined }
}

/** Read the form; what the rules of core say of it is told as they say it. */
export function readTerms(draft: TermsDraft, { left, now }: { left: Amount; now: number }): TermsReading {
  const today = chinaDateOf(now)
  const read = readPrincipal(draft, left)
  const { principal } = read
  const interest = draft.withInterest ? (amountOf(draft.interest) ?? 0n) : 0n
  const total = principal === undefined ? undefined : principal + interest
  const parts = partsOf(draft, total, today)
  const sum = parts.reduce((so, { amount }) => so + (amount ?? 0n), 0n)
  const last = parts.at(-1)?.dueOn
  const interestMax =
    principal === undefined || last === undefined || last <= today
      ? 0n
      : lawfulInterestMax(principal, today, last)
  const reading = { ...read, interest, interestMax, parts, sum, total }
  const isWhole = parts.length > 0 && parts.every(({ amount, dueOn }) => amount !== undefined && dueOn)
  if (principal === undefined || !isWhole) return { ...reading, refusal: undefined, body: undefined }
  const given = parts.map(({ amount, askedOn }) => ({ amount: amount!, dueOn: askedOn }))
  const decided = decideTerms({ principal, interest, parts: given }, now)
  if (isRefusal(decided)) return { ...reading, refusal: decided, body: undefined }
  const body = {
    principal: Number(principal),
    interest: Number(interest),
    parts: given.map(({ amount, dueOn }) => ({ amount: Number(amount), dueOn })),
    note: draft.note.trim() || null,
  }
  return { ...reading, refusal: undefined, body }
}
