/** What an administrator has filled in to ask money back, read into what the service is asked. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import type { ReturnCause } from '@laisee/core/return-request.ts'
import type { AskBackBody } from './ask-back-data.ts'

export interface AskBackDraft {
  cause: ReturnCause
  /** As it was typed, in yuan; nothing for all of it. */
  amount: string
  /** The last day to answer; nothing for the one that the service would say. */
  dueOn: string
  /** In one's own words; null for those that the facts make. */
  message: string | null
}

export const freshAskBack: AskBackDraft = { cause: 'AC03', amount: '', dueOn: '', message: null }

export type AskBackReading = { body: AskBackBody } | { problem: 'wrong' | 'aboveLeft' | 'needsPart' }

/** Read it; `left` is what the one who is asked still has, null where several are. */
export function readAskBack(
  { cause, amount: typed, dueOn, message }: AskBackDraft,
  left: number | null,
  lang: 'zh' | 'en',
): AskBackReading {
  const own = message?.trim() ?? ''
  const body = { cause, lang, ...(dueOn === '' ? {} : { dueOn }), ...(own === '' ? {} : { message: own }) }
  if (left === null) return { body }
  if (typed.trim() === '') return cause === 'AM09' ? { problem: 'needsPart' } : { body }
  const reading = readAmountInput(typed)
  if (!('amount' in reading) || reading.amount === 0n) return { problem: 'wrong' }
  return reading.amount > BigInt(left)
    ? { problem: 'aboveLeft' }
    : { body: { ...body, amount: Number(reading.amount) } }
}
