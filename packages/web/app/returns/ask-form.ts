/** What somebody has filled in to ask for money back, read against what the ledger knows. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import { dayOf, reasonOf, sentOf, type TextFacts } from '@laisee/core/advisor/texts/text-facts.ts'
import type { Product } from '@laisee/core/advisor/situation.ts'
import { addDays, chinaDateOf, isChinaDate, type ChinaDate } from '@laisee/core/law/china-date.ts'
import type { Amount } from '@laisee/core/money.ts'
import { returnDueDaysMax, returnDueDaysMin, type ReturnCause } from '@laisee/core/return-request.ts'
import { composeReturnText, wrongInText } from '@laisee/core/return-text.ts'
import type { Language } from '@laisee/core/words/words.ts'

export const dueChoices = ['3', '7', '14', '30', 'own'] as const
export type DueChoice = (typeof dueChoices)[number]

/** As it is kept on the device. */
export interface AskDraft {
  cause: ReturnCause | ''
  part: boolean
  amount: string
  due: DueChoice
  ownDay: string
  isOwnText: boolean
  text: string
}

export const freshAsk: AskDraft = {
  cause: '',
  part: false,
  amount: '',
  due: '7',
  ownDay: '',
  isOwnText: false,
  text: '',
}

/** What the ledger knows of what is asked back. */
export interface AskFacts {
  product: Product
  isShared: boolean
  sentAt: number
  /** What the one who is asked was given, and still has; of several, what they have together. */
  received: Amount
  left: Amount
  isEveryone: boolean
  now: number
  language: Language
  /** The text for several, whose amounts differ: it names none. */
  textToEveryone: (parts: { sent: string; reason: string; day: string }) => string
}

export interface AskReading {
  cause: ReturnCause | undefined
  /** Undefined while it cannot be read. */
  amount: Amount | undefined
  amountProblem: 'wrong' | 'aboveLeft' | 'needsPart' | undefined
  dueOn: ChinaDate | undefined
  dueFrom: ChinaDate
  dueUntil: ChinaDate
  text: string
  /** Whether it can be sent. */
  isReady: boolean
}

/** A reason that can be written for several: an amount that was too large is another for each. */
export const causesForEveryone: readonly ReturnCause[] = ['AC03', 'DUPL', 'CUST', 'FRAD', 'UAPA']

function readPart({ amount: typed }: AskDraft, left: Amount): Pick<AskReading, 'amount' | 'amountProblem'> {
  const reading = readAmountInput(typed)
  if (!('amount' in reading))
    return { amount: undefined, amountProblem: reading.problem === 'empty' ? undefined : 'wrong' }
  if (reading.amount > left) return { amount: undefined, amountProblem: 'aboveLeft' }
  return { amount: reading.amount, amountProblem: undefined }
}

function readAmount(draft: AskDraft, facts: AskFacts): Pick<AskReading, 'amount' | 'amountProblem'> {
  if (draft.part && !facts.isEveryone) return readPart(draft, facts.left)
  if (draft.cause === 'AM09') return { amount: undefined, amountProblem: 'needsPart' }
  return { amount: facts.left, amountProblem: undefined }
}

function readDue({ due, ownDay }: AskDraft, today: ChinaDate): ChinaDate | undefined {
  if (due !== 'own') return addDays(today, Number(due))
  const isBetween =
    isChinaDate(ownDay) &&
    ownDay >= addDays(today, returnDueDaysMin) &&
    ownDay <= addDays(today, returnDueDaysMax)
  return isBetween ? ownDay : undefined
}

/** The text that the facts make. */
function written(
  { cause, amount, dueOn }: { cause: ReturnCause; amount: Amount; dueOn: ChinaDate },
  facts: AskFacts,
): string {
  const { product, isShared, sentAt, received, isEveryone, now, language, textToEveryone } = facts
  const today = chinaDateOf(now)
  if (!isEveryone)
    return composeReturnText(
      { product, isShared, received, asked: amount, cause, sentAt, today, dueOn },
      language,
    )
  const known: TextFacts = {
    ...{ platform: 'laisee', product, amount: null, sentAt, dueOn, today, caseId: null, evidence: [] },
    cause: cause === 'AC03' ? 'wrong_person' : cause === 'DUPL' ? 'duplicate' : null,
  }
  return textToEveryone({
    sent: sentOf(known, language),
    reason: reasonOf(known, language),
    day: dayOf(dueOn, language),
  })
}

/** Read the form. */
export function readAsk(draft: AskDraft, facts: AskFacts): AskReading {
  const today = chinaDateOf(facts.now)
  const { amount, amountProblem } = readAmount(draft, facts)
  const dueOn = readDue(draft, today)
  const cause = draft.cause === '' ? undefined : draft.cause
  const can = cause !== undefined && amount !== undefined && dueOn !== undefined
  const text = draft.isOwnText ? draft.text : can ? written({ cause, amount, dueOn }, facts) : ''
  const wrong = wrongInText(text)
  const isFine = text.trim() !== '' && wrong.findings.length === 0 && wrong.blanks.length === 0
  return {
    ...{ cause, amount, amountProblem, dueOn, text },
    dueFrom: addDays(today, returnDueDaysMin),
    dueUntil: addDays(today, returnDueDaysMax),
    isReady: can && isFine,
  }
}
