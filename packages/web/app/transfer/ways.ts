/** How a transfer goes: all at once, a little first, or in parts. The choice is read as what it would ask for. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import { acknowledgeDefaultS, decideLadder, type LadderAsk } from '@laisee/core/ladder.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import { equalParts, planPartsMax, planPartsMin } from '@laisee/core/split-plan.ts'
import { problemOf } from '../send/problem-of.ts'
import type { PurseDraft } from '../send/purse-fields.ts'
import { readWhole, type Problem } from '../send/reading.ts'
import { partsOf, readOwnParts, type OwnParts, type OwnPartsDraft } from './own-parts.ts'

/** As it is kept with a draft: texts as they were typed. */
export interface WayDraft extends OwnPartsDraft {
  /** Empty for all at once. */
  way: string
  first: string
  /** Seconds. */
  within: string
  parts: string
}

export const freshWay: WayDraft = {
  way: '',
  first: '1',
  within: String(acknowledgeDefaultS),
  parts: '3',
  split: '',
  sums: '',
}

/** The times to acknowledge that are a button each, in seconds. */
export const usualWithins = ['3600', '86400', '604800'] as const

export const ways = ['once', 'ladder', 'split'] as const
export type Way = (typeof ways)[number]

/** A plan is paid from one's own wallet alone. */
export function waysFor({ paidFrom, onBehalfOf }: PurseDraft): readonly Way[] {
  return paidFrom === '' && onBehalfOf === '' ? ways : ['once', 'ladder']
}

/** What was chosen, as far as it goes with whose money it is. */
export function wayOf(draft: WayDraft & PurseDraft): Way {
  return waysFor(draft).find((way) => way === draft.way) ?? 'once'
}

export interface WayReading {
  way: Way
  problems: readonly Problem[]
  ladder: LadderAsk | undefined
  /** The parts a plan would have. */
  parts: readonly Amount[] | undefined
  /** Where they are sums of one's own: what is typed for each. */
  own: OwnParts | undefined
}

/** Read the choice for an amount; without one there is nothing to divide yet. */
export function readWay(draft: WayDraft & PurseDraft, amount: Amount | undefined): WayReading {
  const way = wayOf(draft)
  const none = { way, problems: [], ladder: undefined, parts: undefined, own: undefined }
  if (amount === undefined || way === 'once') return none
  if (way === 'split') {
    const count = readWhole(draft.parts)
    if (count === undefined || count < planPartsMin || count > planPartsMax || amount < BigInt(count)) {
      const data = { min: planPartsMin, max: planPartsMax }
      return { ...none, problems: [{ field: 'parts', code: 'part_count_out_of_bounds', data }] }
    }
    if (draft.split !== 'own') return { ...none, parts: equalParts(amount, count) }
    const own = readOwnParts(draft, amount, count)
    const parts = partsOf(own)
    return 'code' in parts ? { ...none, own, problems: [parts] } : { ...none, own, parts }
  }
  const read = readAmountInput(draft.first)
  if ('problem' in read) {
    const code = read.problem === 'empty' ? 'first_missing' : read.problem
    return { ...none, problems: [{ field: 'first', code }] }
  }
  const ladder = { first: read.amount, acknowledgeWithinS: readWhole(draft.within) ?? acknowledgeDefaultS }
  const decided = decideLadder(amount, ladder)
  if (isRefusal(decided)) return { ...none, problems: [problemOf(decided)] }
  return { ...none, ladder }
}
