/**
 * A ladder: a small first part goes at once, to see that it is the right person; the rest waits for their word and comes
 * back without it. Both are transfers of their own, sent in one act and delivered in one moment, with all of the money
 * in escrow from then on. Until delivery they live and end together. The advice is that of UK banks: send a test first.
 */

import { dayMs, minuteMs, secondMs } from './instant.ts'
import type { Amount } from './money.ts'
import { refuse, type Refusal } from './refusals.ts'

export const acknowledgeMinS = (10 * minuteMs) / secondMs
export const acknowledgeMaxS = (7 * dayMs) / secondMs
export const acknowledgeDefaultS = dayMs / secondMs

/** How a sum is to be divided, and how long the payee has to acknowledge, from delivery on. */
export interface LadderAsk {
  first: Amount
  acknowledgeWithinS: number
}

export const ladderParts = ['first', 'rest'] as const
export type LadderPart = (typeof ladderParts)[number]

/** What a transfer that is half of a ladder says of it. */
export interface Ladder {
  part: LadderPart
  /** The other transfer. */
  otherId: string
  first: Amount
  rest: Amount
}

/** May a sum be sent as this ladder? Both parts are something, and the time is neither too short nor too long. */
export function decideLadder(amount: Amount, { first, acknowledgeWithinS }: LadderAsk): 'ladder' | Refusal {
  if (first < 1n || first >= amount)
    return refuse('ladder_first_out_of_bounds', { field: 'first', min: 1, max: Number(amount - 1n) })
  if (acknowledgeWithinS < acknowledgeMinS || acknowledgeWithinS > acknowledgeMaxS)
    return refuse('acknowledge_out_of_bounds', {
      field: 'acknowledgeWithinS',
      min: acknowledgeMinS,
      max: acknowledgeMaxS,
    })
  return 'ladder'
}

/** What a transfer's row keeps of its ladder. */
export interface LadderRow {
  amount: Amount
  ladderPart: LadderPart | null
  ladderOtherId: string | null
  ladderOtherAmount: Amount | null
}

/** The ladder a transfer is half of; null for any other. */
export function ladderOf({ amount, ladderPart, ladderOtherId, ladderOtherAmount }: LadderRow): Ladder | null {
  if (ladderPart === null || ladderOtherId === null || ladderOtherAmount === null) return null
  const [first, rest] = ladderPart === 'first' ? [amount, ladderOtherAmount] : [ladderOtherAmount, amount]
  return { part: ladderPart, otherId: ladderOtherId, first, rest }
}

/** All that was sent in the act that sent this transfer: the sum of a ladder, or the transfer's own amount. */
export function sumOf({ amount, ladderOtherAmount }: LadderRow): Amount {
  return amount + (ladderOtherAmount ?? 0n)
}

/** What an event tells of the ladder that its transfer is half of: which half, and the sum; null for any other. */
export function toldLadder({ ladder }: Record<string, unknown>): { part: LadderPart; sum: number } | null {
  if (typeof ladder !== 'object' || ladder === null) return null
  const { part, first, rest } = ladder as { part: LadderPart; first: number; rest: number }
  return { part, sum: first + rest }
}
