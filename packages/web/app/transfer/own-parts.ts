/** The parts of a plan by sums of one's own: as they are typed, what they come to, and what is still missing. Pure. */

import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'
import type { Amount } from '@laisee/core/money.ts'
import { equalParts } from '@laisee/core/split-plan.ts'
import type { Problem } from '../send/reading.ts'

/** As they are kept with a draft: one line each. */
export interface OwnPartsDraft {
  /** Empty for equal parts, `own` for sums of one's own. */
  split: string
  sums: string
}

export interface OwnParts {
  /** What is typed for each part, as many as there are. */
  texts: readonly string[]
  /** The numbers of those that cannot be read as a sum, and why. */
  wrong: ReadonlyMap<number, string>
  sum: Amount
  /** What the parts lack to make the total; below nought where they are more. */
  left: Amount
}

/** The lines that are typed, as many as there are parts. */
function textsOf(sums: string, count: number): string[] {
  const lines = sums.split('\n')
  return Array.from({ length: count }, (_, place) => lines[place] ?? '')
}

/** The lines with one of them typed anew. */
export function withSum(sums: string, place: number, text: string): string {
  const lines = sums.split('\n')
  const length = Math.max(lines.length, place + 1)
  return Array.from({ length }, (_, at) => (at === place ? text : (lines[at] ?? ''))).join('\n')
}

/** Equal parts as the lines to begin with. */
export function equalSums(total: Amount, count: number): string {
  return equalParts(total, count).map(amountForField).join('\n')
}

/** What is typed for this many parts of a total. */
export function readOwnParts({ sums }: OwnPartsDraft, total: Amount, count: number): OwnParts {
  const texts = textsOf(sums, count)
  const wrong = new Map<number, string>()
  let sum = 0n
  for (const [place, text] of texts.entries()) {
    const reading = readAmountInput(text)
    if ('amount' in reading) sum += reading.amount
    else if (reading.problem !== 'empty') wrong.set(place + 1, reading.problem)
  }
  return { texts, wrong, sum, left: total - sum }
}

/** The parts it would be, or what is to mend: each at least a fen, and together the total to the fen. */
export function partsOf({ texts, wrong, sum, left }: OwnParts): Amount[] | Problem {
  const [first] = wrong.values()
  if (first !== undefined) return { field: 'parts', code: first }
  const amounts = texts.flatMap((text) => {
    const reading = readAmountInput(text)
    return 'amount' in reading && reading.amount > 0n ? [reading.amount] : []
  })
  if (left === 0n && amounts.length === texts.length) return amounts
  const data = { field: 'parts', total: Number(sum + left), sum: Number(sum) }
  return { field: 'parts', code: 'parts_not_the_total', data }
}

/** Put what is missing into the last part that is empty; undefined where nothing is missing or no part is empty. */
export function withRest(sums: string, { texts, left }: OwnParts): string | undefined {
  const place = texts.findLastIndex((text) => text.trim() === '')
  return place < 0 || left <= 0n ? undefined : withSum(sums, place, amountForField(left))
}
