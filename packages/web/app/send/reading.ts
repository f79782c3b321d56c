/** What the fields of a send have in common: reading text as figures, and saying what is the matter with it. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { RefusalData } from '@laisee/core/refusals.ts'

export type Field =
  | 'recipient'
  | 'amount'
  | 'count'
  | 'greeting'
  | 'passphrase'
  | 'notBefore'
  | 'expiry'
  | 'delay'
  | 'note'
  | 'payeeName'
  | 'first'
  | 'parts'
  | 'money'

/** Something to mend before it can be sent. `code` is a word of the screens' own or a refusal's. */
export interface Problem {
  field: Field
  code: string
  data?: RefusalData
}

/** Nothing is wrong yet; it is only not filled in. */
export function isMissing({ code }: Problem): boolean {
  return code.endsWith('_missing')
}

/** An amount as filled in, or what is the matter with it. Nought is no amount to send. */
export function readAmount(text: string): Amount | Problem {
  const reading = readAmountInput(text)
  if ('problem' in reading)
    return { field: 'amount', code: reading.problem === 'empty' ? 'amount_missing' : reading.problem }
  return reading.amount === 0n ? { field: 'amount', code: 'amount_zero' } : reading.amount
}

const wide = /[０-９]/gu

/** A whole number as filled in, full width as well; undefined where it is none. */
export function readWhole(text: string): number | undefined {
  const plain = text
    .replace(/[\s\p{Z}\p{Cf}]/gu, '')
    .replace(wide, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

/** Free text as the service takes it: whole characters, and no control characters but tabs and line ends. */
export function textProblem(field: Field, text: string, max: number): Problem | undefined {
  if ([...text].length > max) return { field, code: `${field}_long`, data: { max } }
  const isOdd = !text.isWellFormed() || /(?!\r?\n|\t)\p{Cc}/u.test(text)
  return isOdd ? { field, code: 'text_odd' } : undefined
}

const fieldsOfTheApi: Readonly<Record<string, Field>> = {
  recipientIds: 'recipient',
  groupId: 'recipient',
  payeeId: 'recipient',
  total: 'amount',
  amount: 'amount',
  count: 'count',
  greeting: 'greeting',
  passphrase: 'passphrase',
  notBefore: 'notBefore',
  expireAfterS: 'expiry',
  delayS: 'delay',
  note: 'note',
  payeeName: 'payeeName',
  first: 'first',
  acknowledgeWithinS: 'first',
}

/** The field a refusal is about, wherever it names one. */
export function fieldOf(code: string, data: object): Field {
  if (code === 'balance_too_low' || code === 'wallet_frozen') return 'money'
  const { field, errors } = data as { field?: unknown; errors?: readonly { field?: unknown }[] }
  const named = typeof field === 'string' ? field : errors?.[0]?.field
  const last = typeof named === 'string' ? (named.split(/[./]/).at(-1) ?? '') : ''
  return fieldsOfTheApi[last] ?? 'money'
}

const limits = { hours: 3_600, minutes: 60, days: 86_400 } as const
export type Unit = keyof typeof limits

/** A length of time in seconds from a number and its unit. */
export function secondsOf(count: number, unit: Unit): number {
  return count * limits[unit]
}

/** Whether a text is one of the units. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(limits, text)
}
