/**
 * A split plan: a sum for one person in parts that its payer sends one by one, each with its own confirmation and its
 * own undo. It moves nothing by itself. Rules on what a single send may be, and what is asked of one, look at the sum:
 * a part is let through only where all of it would be. What is counted in a day is what was sent.
 */

import { dayMs, toIso, type Instant } from './instant.ts'
import type { Amount } from './money.ts'
import { profiles } from './profile.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

export const planPartsMin = 2
export const planPartsMax = 20
/** A plan is sent within so long, or made anew: what was meant a week ago is looked at again. */
export const planMs = 7 * dayMs

/** A plan as it is asked for: the parts by their amounts, or how many equal ones. */
export interface PlanAsk {
  payerId: string
  payeeId: string
  total: Amount
  parts: readonly Amount[] | number
}

export interface SplitPlan {
  id: string
  payerId: string
  payeeId: string
  total: Amount
  /** In order; a part's number is its place, from 1. */
  amounts: readonly Amount[]
  note: string
  madeAt: Instant
  endsAt: Instant
  /** When its payer ended it; null where they did not. */
  endedAt: Instant | null
}

/** A part that was sent, by the transfer that it became. */
export interface SentPart {
  no: number
  transferId: string
}

/** As equal as fen allow: the first parts carry what does not divide. */
export function equalParts(total: Amount, count: number): Amount[] {
  const [each, over] = [total / BigInt(count), total % BigInt(count)]
  return Array.from({ length: count }, (_, place) => (BigInt(place) < over ? each + 1n : each))
}

/** May this plan be made, and of which parts? The people first, then how many parts, then their sum. */
export function decideMakePlan(
  { payerId, payeeId, total, parts }: PlanAsk,
  { payeeKnown, blocked }: { payeeKnown: boolean; blocked: boolean },
): { amounts: Amount[] } | Refusal {
  if (!payeeKnown) return refuse('member_unknown', { field: 'payeeId' })
  if (payerId === payeeId) return refuse('self_not_allowed', { field: 'payeeId' })
  if (blocked) return refuse('recipient_blocked', { field: 'payeeId' })
  const amounts = partsOf(total, parts)
  if (isRefusal(amounts)) return amounts
  const max = profiles.laisee.transferMax
  return total > max ? refuse('amount_above_max', { field: 'total', max: Number(max) }) : { amounts }
}

function partsOf(total: Amount, parts: PlanAsk['parts']): Amount[] | Refusal {
  const isCount = typeof parts === 'number'
  const count = isCount ? parts : parts.length
  if (count < planPartsMin || count > planPartsMax)
    return refuse('part_count_out_of_bounds', {
      field: isCount ? 'count' : 'parts',
      min: planPartsMin,
      max: planPartsMax,
    })
  if (isCount)
    return total < BigInt(count)
      ? refuse('total_below_min', { field: 'total', min: count })
      : equalParts(total, count)
  const sum = parts.reduce((all, part) => all + part, 0n)
  if (parts.some((part) => part < 1n) || sum !== total)
    return refuse('parts_not_the_total', { field: 'parts', total: Number(total), sum: Number(sum) })
  return [...parts]
}

/** When a plan was over by a moment: its payer ended it, or its time did; undefined while parts may be sent. */
export function planOverAt({ endsAt, endedAt }: SplitPlan, now: Instant): Instant | undefined {
  if (endedAt !== null) return endedAt
  return now >= endsAt ? endsAt : undefined
}

function overRefusal(plan: SplitPlan, now: Instant): Refusal | undefined {
  const endedAt = planOverAt(plan, now)
  return endedAt === undefined ? undefined : refuse('plan_over', { endedAt: toIso(endedAt) })
}

/** A part as it is about to be sent. */
export interface PlannedPart {
  planId: string
  no: number
  /** How many the plan has. */
  count: number
  amount: Amount
  /** The sum of the plan. */
  total: Amount
  /** The parts that were sent before, by their transfers. */
  earlierIds: readonly string[]
}

/** May this part be sent now? In any order, each once, undone or not. */
export function decideSendPart(
  plan: SplitPlan,
  sent: readonly SentPart[],
  no: number,
  now: Instant,
): PlannedPart | Refusal {
  const amount = plan.amounts[no - 1]
  if (amount === undefined) return refuse('not_found')
  const over = overRefusal(plan, now)
  if (over) return over
  const before = sent.find((part) => part.no === no)
  if (before) return refuse('part_sent_already', { transferId: before.transferId })
  const { id: planId, amounts, total } = plan
  const earlierIds = sent.map(({ transferId }) => transferId)
  return { planId, no, count: amounts.length, amount, total, earlierIds }
}

/** May its payer end the plan? What was sent of it stays sent. */
export function decideEndPlan(plan: SplitPlan, now: Instant): { endedAt: Instant } | Refusal {
  return overRefusal(plan, now) ?? { endedAt: now }
}
