/** A part of a sum, as it was typed. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'

/** An amount as it was typed, of at most so much; what is wrong with it where something is. */
export function readPart(typed: string, max: number): { amount?: bigint; problem?: 'wrong' | 'aboveLeft' } {
  const reading = readAmountInput(typed)
  if (!('amount' in reading)) return reading.problem === 'empty' ? {} : { problem: 'wrong' }
  return reading.amount > BigInt(max) ? { problem: 'aboveLeft' } : { amount: reading.amount }
}
