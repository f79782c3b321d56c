/** The default rules on the recorded days, over several made-up months before them. */

import { familyWeek } from '../../examples/days/family-week.ts'
import { newYearsEveCompany } from '../../examples/days/new-years-eve-company.ts'
import { compilePolicy } from '../../packages/core/guard/compile.ts'
import type { Outcome } from '../../packages/core/guard/rule.ts'
import { defaultPolicy } from '../../packages/core/guard/rules.ts'
import { judgeDay, type Judged } from './judge-day.ts'
import { monthBefore, type Novelty } from './past.ts'

/** Three in ten ordinary recipients are new, and one in seven ordinary sums is of another size: our own assumption. */
export const usualNovelty: Novelty = { payee: 30, amount: 15 }

export const seeds = Array.from({ length: 10 }, (_, i) => `month ${i + 1}`)

export interface Seen {
  day: string
  seed: string
  send: string
  mistake: string | null
  outcome: Outcome
  rules: readonly string[]
  /** The codes it was told with. */
  reasons: readonly string[]
}

export interface Measured {
  ordinary: number
  asked: readonly Seen[]
  visible: number
  caught: readonly Seen[]
  missed: readonly Seen[]
  /** Mistakes that nothing the service knows could tell from what was meant. */
  invisible: readonly string[]
  byDay: ReadonlyMap<string, { ordinary: number; asked: number; visible: number; caught: number }>
}

/** Judge both days after each of the months. */
export function measureGuard(novelty: Novelty): Measured {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  const all = [familyWeek(), newYearsEveCompany()].flatMap((day) =>
    seeds.flatMap((seed) =>
      judgeDay(day, monthBefore(day, seed, novelty), policy, seed).map((judged) => ({
        ...judged,
        day: day.name,
        seed,
      })),
    ),
  )
  const isAsked = ({ judgement }: Judged) => judgement.verdict.outcome !== 'allow'
  const ordinary = all.filter(({ send }) => !send.mistake)
  const visible = all.filter((one) => one.isVisible)
  const days = [...new Set(all.map(({ day }) => day))]
  const ofDay = <T extends { day: string }>(list: readonly T[], day: string) =>
    list.filter((one) => one.day === day)
  return {
    ordinary: ordinary.length,
    asked: ordinary.filter(isAsked).map(show),
    visible: visible.length,
    caught: visible.filter(isAsked).map(show),
    missed: visible.filter((one) => !isAsked(one)).map(show),
    invisible: [
      ...new Set(
        all
          .filter((one) => one.send.mistake && !one.isVisible)
          .map(({ send }) => `${send.id} ${send.mistake!.meant}`),
      ),
    ],
    byDay: new Map(
      days.map((day) => [
        day,
        {
          ordinary: ofDay(ordinary, day).length,
          asked: ofDay(ordinary, day).filter(isAsked).length,
          visible: ofDay(visible, day).length,
          caught: ofDay(visible, day).filter(isAsked).length,
        },
      ]),
    ),
  }
}

function show({ day, seed, send, judgement }: Judged & { day: string; seed: string }): Seen {
  const { verdict, held } = judgement
  const mistake = send.mistake ? `${send.mistake.kind} ${send.mistake.meant}` : null
  const reasons = verdict.reasons.map(({ code }) => code)
  return { day, seed, send: send.id, mistake, outcome: verdict.outcome, rules: held, reasons }
}
