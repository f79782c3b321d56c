/**
 * Split plans: a sum for one person in parts that are sent one by one. What one send may be is asked of the sum, for each
 * part anew; what is counted in a day is the part. A part is sent once, undone or not.
 */

import type { Ask, Fields, Json, Reply } from '../asks.ts'
import type { Seen } from '../observe.ts'
import { sendTransfer } from './transfer-verbs.ts'
import { shown as shownTransfer } from './transfers.ts'
import { bodyOf, iso, no, textIn, yes, type Verdict, type World } from './world.ts'

const life = 7 * 86_400_000
const parts = { min: 2, max: 20 }
const totalMax = 5_000_000

export interface SplitPlan {
  id: string
  payer: string
  payee: string
  total: number
  amounts: number[]
  /** What each part became, by its place; null where it was not sent. */
  sent: (string | null)[]
  note: string
  madeAt: number
  endedAt: number | null
}

/** A part of a plan that is about to be sent as a transfer. */
export interface Part {
  plan: SplitPlan
  no: number
  amount: number
}

interface PlanBody {
  payeeId: string
  total: number
  parts?: number[]
  count?: number
  note?: string
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

/** The first parts carry what does not divide. */
function equal(total: number, count: number): number[] {
  const over = total % count
  return Array.from({ length: count }, (_, i) => (total - over) / count + (i < over ? 1 : 0))
}

function partsRefusal({ total, parts: amounts, count }: PlanBody): Verdict | undefined {
  const many = amounts?.length ?? count!
  const field = amounts ? 'parts' : 'count'
  if (many < parts.min || many > parts.max) return no('part_count_out_of_bounds', { field, ...parts })
  if (!amounts && total < many) return no('total_below_min', { field: 'total', min: many })
  const sum = amounts ? sumOf(amounts) : total
  return sum === total ? undefined : no('parts_not_the_total', { field, total, sum })
}

/** The people first, then how many parts and what they make, then the sum. */
function make(w: World, ask: Ask): Verdict {
  const b = bodyOf<PlanBody>(ask)
  const { payeeId, total, note = '' } = b
  if ((b.parts === undefined) === (b.count === undefined)) return no('invalid_request')
  if (!w.members.has(payeeId)) return no('member_unknown', { field: 'payeeId' })
  if (payeeId === ask.as) return no('self_not_allowed', { field: 'payeeId' })
  if (w.blockedWith(ask.as, [payeeId])) return no('recipient_blocked', { field: 'payeeId' })
  const wrong = partsRefusal(b)
  if (wrong) return wrong
  if (total > totalMax) return no('amount_above_max', { field: 'total', max: totalMax })
  return yes((reply) => {
    const amounts = b.parts ?? equal(total, b.count!)
    const id = textIn(reply, 'id')
    const two = { payer: ask.as, payee: payeeId }
    const sent = amounts.map(() => null)
    const plan: SplitPlan = { id, ...two, total, amounts, sent, note, madeAt: w.clock, endedAt: null }
    w.plans.set(id, plan)
    const facts = { planId: id, payerId: ask.as, payeeId, total, amounts, endsAt: iso(w.clock + life) }
    w.tell(ask.as, 'split_plan.made', [ask.as], facts)
    return shown(w, plan)
  }, 201)
}

const overAt = (w: World, { madeAt, endedAt }: SplitPlan) =>
  endedAt ?? (w.clock >= madeAt + life ? madeAt + life : null)

/** A plan as its payer is shown it: with what became of each part. */
function shown(w: World, plan: SplitPlan): Fields {
  const { id, payer, payee, total, amounts, sent, note, madeAt, endedAt } = plan
  return {
    id,
    payeeId: payee,
    total,
    note,
    parts: amounts.map((amount, i) => {
      const transfer = w.transfers.get(sent[i] ?? '')
      return { no: i + 1, amount, transfer: transfer ? shownTransfer(w, transfer, payer) : null }
    }),
    madeAt: iso(madeAt),
    endsAt: iso(madeAt + life),
    endedAt: endedAt === null ? null : iso(endedAt),
    over: overAt(w, plan) !== null,
  }
}

/** A rule about a plan of whoever asks: there is none of anybody else's. */
const ofOwn =
  (rule: (w: World, plan: SplitPlan, ask: Ask) => Verdict) =>
  (w: World, ask: Ask): Verdict => {
    const plan = w.plans.get(ask.params!.id!)
    return plan?.payer === ask.as ? rule(w, plan, ask) : no('not_found')
  }

function overRefusal(w: World, plan: SplitPlan): Verdict | undefined {
  const over = overAt(w, plan)
  return over === null ? undefined : no('plan_over', { endedAt: iso(over) })
}

const end = ofOwn(
  (w, plan) =>
    overRefusal(w, plan) ??
    yes(() => {
      const left = plan.amounts.filter((_, i) => plan.sent[i] === null)
      const { id: planId, payer, payee: payeeId } = plan
      plan.endedAt = w.clock
      const facts = { planId, payerId: payer, payeeId, partsLeft: left.length, unsent: sumOf(left) }
      w.tell(payer, 'split_plan.ended', [payer], facts)
      return shown(w, plan)
    }),
)

/** A part is sent as a transfer of its own; then it is known which. */
export function sendPart(w: World, ask: Ask, reply: Reply): Verdict {
  const rule = ofOwn((_, plan) => {
    const at = Number(ask.params!.no) - 1
    const amount = plan.amounts[at]
    if (amount === undefined) return no('not_found')
    const over = overRefusal(w, plan)
    if (over) return over
    const before = plan.sent[at]
    if (before) return no('part_sent_already', { transferId: before })
    const verdict = sendTransfer(w, ask, reply, { plan, no: at + 1, amount })
    if ('no' in verdict) return verdict
    return yes((body) => {
      plan.sent[at] = textIn(body, 'id')
      return verdict.then(body)
    }, verdict.yes)
  })
  return rule(w, ask)
}

const list = (w: World, { as, query }: Ask): Verdict => {
  const mine = [...w.plans.values()].filter(({ payer }) => payer === as)
  const inOrder = mine.sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))
  return yes(() => ({ items: inOrder.slice(0, Number(query?.limit ?? 50)).map((plan) => shown(w, plan)) }))
}

/** Everything about plans but the sending of their parts, by its route. */
export const planRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  makeSplitPlan: make,
  endSplitPlan: end,
  readSplitPlan: ofOwn((w, plan) => yes(() => shown(w, plan))),
  listSplitPlans: list,
}

/** Every difference in which plans there are, and in which transfer each part became. */
export function comparePlans(
  w: World,
  seen: Seen,
  misses: (expected: Json | undefined, found: Json | undefined, at: string) => string[],
): string[] {
  const expected = [...w.plans.values()].map(({ id, payer, total, endedAt, amounts, sent }) => {
    const rows = amounts.map((amount, i) => ({ amount, transfer: sent[i] ?? null }))
    return { id, payer, total, endedAt, parts: rows }
  })
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  const found = seen.plans.map((plan) => ({ ...plan }))
  return misses(expected.sort(byId), found.sort(byId), 'the split plans')
}
