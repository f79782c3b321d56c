/** The default rules on made-up sends: the two recorded days after several months before them, and a neighbourhood's weeks. */

import { familyWeek } from '../../examples/days/family-week.ts'
import { newYearsEveCompany } from '../../examples/days/new-years-eve-company.ts'
import { compilePolicy, type CompiledPolicy } from '../../packages/core/guard/compile.ts'
import type { Outcome } from '../../packages/core/guard/rule.ts'
import { defaultPolicy } from '../../packages/core/guard/rules.ts'
import { dayMs } from '../../packages/core/instant.ts'
import { judgeDay, type Judged } from './judge-day.ts'
import { neighbourhood } from './neighbourhood.ts'
import { monthBefore, type Novelty } from './past.ts'
import { withSlips, type SlipKind } from './slips.ts'

/** Three in ten ordinary recipients are new, and one in seven ordinary sums is of another size: our own assumption. */
export const usualNovelty: Novelty = { payee: 30, amount: 15 }

export const seeds = Array.from({ length: 10 }, (_, i) => `month ${i + 1}`)
export const places = ['one', 'two', 'three', 'four', 'five']

/** Everyone in the neighbourhood begins with no past at all; from then on there is one. */
export const pastWeeks = 4

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
  /** Those that were not simply let go: asked about, made to wait, or refused. */
  stopped: readonly Seen[]
  /** Of them those about which a question was put. */
  asked: readonly Seen[]
  /** Mistakes that something the service knows tells from what was meant. */
  visible: number
  /** Those about which nothing was asked before the money moved: a wait alone shows nobody what is wrong. */
  missed: readonly Seen[]
  invisible: readonly string[]
}

interface Placed extends Judged {
  day: string
  seed: string
}

function compiledDefault(): CompiledPolicy {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  return policy
}

/** Both recorded days, judged after each of the months. */
export function judgeDays(novelty: Novelty): Placed[] {
  const policy = compiledDefault()
  return [familyWeek(), newYearsEveCompany()].flatMap((day) =>
    seeds.flatMap((seed) =>
      judgeDay(day, monthBefore(day, seed, novelty), policy, seed).map((judged) => ({
        ...judged,
        day: day.name,
        seed,
      })),
    ),
  )
}

/** The neighbourhoods' weeks, each send with the past it has by then; every marked mistake counts as visible. */
export function judgePlaces(seeds: readonly string[] = places): { early: Placed[]; later: Placed[] } {
  const policy = compiledDefault()
  const all = seeds.flatMap((seed) => {
    const day = neighbourhood(seed)
    const nothing = { records: new Map(), meant: new Map() }
    const since = Math.min(...day.sends.map(({ at }) => at)) + pastWeeks * 7 * dayMs
    return judgeDay(day, nothing, policy, seed).map((judged) => ({
      ...judged,
      isVisible: judged.send.mistake !== null,
      day: day.name,
      seed,
      isEarly: judged.send.at < since,
    }))
  })
  return { early: all.filter(({ isEarly }) => isEarly), later: all.filter(({ isEarly }) => !isEarly) }
}

/** Slips in the neighbourhoods' weeks: how many there are of each kind, and of how many the sender is asked. */
export function measureSlips(
  seeds: readonly string[] = places,
): Map<SlipKind, { made: number; asked: number }> {
  const policy = compiledDefault()
  const found = new Map<SlipKind, { made: number; asked: number }>()
  for (const seed of seeds) {
    const { day, kinds, screens } = withSlips(neighbourhood(seed), seed)
    for (const { send, judgement } of judgeDay(
      day,
      { records: new Map(), meant: new Map() },
      policy,
      seed,
      screens,
    )) {
      const kind = kinds.get(send.id)
      if (!kind) continue
      const { made, asked } = found.get(kind) ?? { made: 0, asked: 0 }
      found.set(kind, { made: made + 1, asked: asked + Number(judgement.verdict.asks) })
    }
  }
  return found
}

/** What was asked of ordinary sends, and what was missed of mistakes. */
export function measure(all: readonly Placed[]): Measured {
  const isStopped = ({ judgement }: Judged) => judgement.verdict.outcome !== 'allow'
  const isAsked = ({ judgement: { verdict } }: Judged) => verdict.asks || verdict.outcome === 'refuse'
  const ordinary = all.filter(({ send }) => !send.mistake)
  const visible = all.filter(({ isVisible }) => isVisible)
  const unseen = all.filter(({ send, isVisible }) => send.mistake && !isVisible)
  return {
    ordinary: ordinary.length,
    stopped: ordinary.filter(isStopped).map(show),
    asked: ordinary.filter(isAsked).map(show),
    visible: visible.length,
    missed: visible.filter((one) => !isAsked(one)).map(show),
    invisible: [...new Set(unseen.map(({ send }) => `${send.id} ${send.mistake!.meant}`))],
  }
}

function show({ day, seed, send, judgement }: Placed): Seen {
  const { verdict, held } = judgement
  const mistake = send.mistake ? `${send.mistake.kind} ${send.mistake.meant}` : null
  const reasons = verdict.reasons.map(({ code }) => code)
  return { day, seed, send: send.id, mistake, outcome: verdict.outcome, rules: held, reasons }
}
