/** What is typed of money that was sent on WeChat, and what of it cannot be sent. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import type { PackWish } from './evidence-data.ts'

export interface OutsideForm {
  product: 'packet' | 'transfer'
  amount: string
  /** As a field of date and time gives it, in the device's own zone. */
  sentAt: string
  payeeName: string
  payeeAccount: string
  transactionNo: string
  taken: 'yes' | 'no' | 'unknown'
}

export const emptyOutside: OutsideForm = {
  product: 'transfer',
  amount: '',
  sentAt: '',
  payeeName: '',
  payeeAccount: '',
  transactionNo: '',
  taken: 'unknown',
}

export type OutsideWrong = 'amount' | 'sentAt' | 'payeeName' | 'transactionNo'

/** The wish's part, or the fields at fault in their order. */
export function readOutside(
  form: OutsideForm,
): { outside: NonNullable<PackWish['outside']> } | { wrong: OutsideWrong[] } {
  const amount = readAmountInput(form.amount)
  const sentAt = new Date(form.sentAt).getTime()
  const transactionNo = form.transactionNo.replaceAll(/\s/g, '')
  const payeeName = form.payeeName.trim()
  const payeeAccount = form.payeeAccount.trim()
  if (
    !('amount' in amount) ||
    amount.amount <= 0n ||
    Number.isNaN(sentAt) ||
    payeeName === '' ||
    !isNumber(transactionNo)
  )
    return {
      wrong: [
        ...('amount' in amount && amount.amount > 0n ? [] : (['amount'] as const)),
        ...(Number.isNaN(sentAt) ? (['sentAt'] as const) : []),
        ...(payeeName === '' ? (['payeeName'] as const) : []),
        ...(isNumber(transactionNo) ? [] : (['transactionNo'] as const)),
      ],
    }
  return {
    outside: {
      platform: 'wechat',
      product: form.product,
      amount: Number(amount.amount),
      sentAt: new Date(sentAt).toISOString(),
      payeeName,
      ...(payeeAccount !== '' && { payeeAccount }),
      ...(transactionNo !== '' && { transactionNo }),
      ...(form.taken !== 'unknown' && { taken: form.taken === 'yes' }),
    },
  }
}

const isNumber = (text: string) => /^[\x21-\x7e]{0,64}$/.test(text)
