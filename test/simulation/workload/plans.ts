/** Sums that people pay in parts: planned, sent one by one, some of them twice, and given up now and then. */

import type { Ask, Fields } from '../asks.ts'
import type { SplitPlan } from '../auditor/split-plans.ts'
import { habits, type Habit } from './habits.ts'
import { someone, type Town } from './sends.ts'

/** What somebody does about plans, and as whom: only the sending of a part is a send. */
export interface PlanAct {
  ask: Ask
  habit: Habit
}

const wishes = { part: 26, make: 9, end: 2, look: 2 }
/** A plan made just now is sent on sooner than one that lies there. */
const inMindMax = 4

/** One of those acts, mostly one that can succeed. */
export function planAct(town: Town): PlanAct {
  const { world, dice } = town
  const plans = [...world.plans.values()]
  const unsent = plans.filter(({ sent, endedAt }) => endedAt === null && sent.includes(null))
  const wish = dice.weighted(wishes)
  if (wish === 'make' || unsent.length === 0) return make(town)
  const plan = dice.pick((dice.percent(92) ? unsent : plans).slice(-inMindMax))
  const as = dice.percent(97) ? plan.payer : plan.payee
  const habit = habits[[...world.members.keys()].indexOf(as)] ?? habits[0]!
  if (wish === 'end') return { ask: { route: 'endSplitPlan', as, params: { id: plan.id } }, habit }
  if (wish === 'look')
    return {
      ask: dice.percent(50)
        ? { route: 'readSplitPlan', as, params: { id: plan.id } }
        : { route: 'listSplitPlans', as, query: { limit: String(dice.pick([2, 200])) } },
      habit,
    }
  return { ask: partOf(town, plan, as), habit }
}

/** A part of a plan: mostly the next one, now and then one that was sent, or that there is not. */
export function partOf({ world, dice }: Town, { id, sent, payee }: SplitPlan, as: string): Ask {
  const next = sent.indexOf(null)
  const no = dice.percent(88) && next >= 0 ? next + 1 : dice.between(1, Math.min(20, sent.length + 1))
  const body: Fields = {}
  if (world.guard && dice.percent(15)) body.payeeName = dice.pick([world.members.get(payee)!.name, '别人'])
  return { route: 'sendSplitPart', as, params: { id, no: String(no) }, body }
}

function make(town: Town): PlanAct {
  const { world, dice } = town
  const place = Number(dice.weighted(Object.fromEntries(habits.map(({ acts }, i) => [String(i), acts]))))
  const habit = habits[place]!
  const as = [...world.members.keys()][place]!
  const count = dice.percent(6) ? dice.pick([1, 21]) : dice.between(2, 5)
  const total = count * dice.between(...habit.share) + dice.below(count)
  const body: Fields = {
    payeeId: someone(town, as, habit.slips),
    total,
    note: dice.pick(['', '分期', '房租']),
  }
  if (dice.percent(55)) body.count = count
  else body.parts = uneven(total, count)
  if (dice.percent(4)) Object.assign(body, { total: dice.pick([1, 5_000_001, total + 1]) })
  if (dice.percent(2)) Object.assign(body, { count: 2, parts: [1, 1] })
  return { ask: { route: 'makeSplitPlan', as, body }, habit }
}

/** So many parts of a sum, a little first. */
function uneven(total: number, count: number): number[] {
  const small = Math.max(1, Math.floor(total / (2 * count)))
  const firsts = Array.from({ length: count - 1 }, () => small)
  return [...firsts, total - small * (count - 1)]
}
