/** The default rules on the third crowd's years: every send judged once, with what its sender had sent by then. */

import type { Day } from '../../packages/cli/replay/day.ts'
import { compilePolicy } from '../../packages/core/guard/compile.ts'
import { defaultPolicy } from '../../packages/core/guard/rules.ts'
import { judgeDay, type Judged } from './judge-day.ts'
import { crowdOf, moment, newYear } from './third-crowd.ts'
import { withFeasts } from './third-feasts.ts'
import { withHabits } from './third-habits.ts'
import { withMistakes, type Case } from './third-mistakes.ts'
import { withTurns } from './third-turns.ts'

export const thirdSeeds = ['horse', 'plum', 'river']

export interface Year extends Pick<ReturnType<typeof crowdOf>, 'screens'> {
  day: Day
  cases: ReadonlyMap<string, Case>
}

/** One crowd's year; the same for ever for one seed. */
export function yearOf(seed: string): Year {
  const crowd = crowdOf(seed)
  withHabits(crowd)
  withTurns(crowd)
  withFeasts(crowd)
  const cases = withMistakes(crowd)
  const { people, groups, sends, screens } = crowd
  const about = 'A year of a family, students, a flat, a shop, colleagues and the night shift.'
  return { day: { name: `third ${seed}`, about, synthetic: true, people, groups, sends }, cases, screens }
}

interface Told {
  seed: string
  kind: Case | null
  one: Judged
}

function judgeAll(): Told[] {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  return thirdSeeds.flatMap((seed) => {
    const { day, cases, screens } = yearOf(seed)
    const nothing = { records: new Map(), meant: new Map() }
    return judgeDay(day, nothing, policy, seed, screens).map((one) => ({
      seed,
      kind: cases.get(one.send.id) ?? null,
      one,
    }))
  })
}

const isStopped = ({ one }: Told) => one.judgement.verdict.outcome !== 'allow'
const isAsked = ({ one }: Told) => one.judgement.verdict.asks || one.judgement.verdict.outcome === 'refuse'

/** The figures as lines of text, so that a later change shows in them. */
export function measureThird(): string {
  const all = judgeAll()
  const ordinary = all.filter(({ kind }) => kind === null)
  const marked = all.filter(({ kind }) => kind !== null)
  const span = (from: number, to: number) =>
    ordinary.filter(({ one }) => one.send.at >= moment(from, 0) && one.send.at < moment(to, 0))
  const rate = (name: string, some: readonly Told[]) => {
    const [asked, stopped] = [some.filter(isAsked).length, some.filter(isStopped).length]
    const share = Math.round((stopped * 10_000) / some.length) / 100
    return `${name}: ${some.length} sends, ${asked} asked, ${stopped} asked or made to wait (${share} in 100)`
  }
  return [
    rate('ordinary, the whole year', ordinary),
    ...thirdSeeds.map((seed) =>
      rate(
        `  ${seed}`,
        ordinary.filter((one) => one.seed === seed),
      ),
    ),
    rate('  first four weeks', span(0, 28)),
    rate('  after them', span(28, 400)),
    rate('  new year, eve to the sixth day', span(newYear - 1, newYear + 6)),
    ...perRule(ordinary.filter(isStopped)),
    `ordinary, refused: ${ordinary.filter(({ one }) => one.judgement.verdict.outcome === 'refuse').length}`,
    `marked: ${marked.length} sends, ${marked.filter(isAsked).length} asked`,
    ...[...new Set(marked.map(({ kind }) => kind!))].sort().map((kind) => {
      const of = marked.filter((one) => one.kind === kind)
      return `  ${kind}: ${of.filter(isAsked).length} of ${of.length}`
    }),
    ...marked.filter((one) => !isAsked(one)).map(missed),
    '',
  ].join('\n')
}

/** How many ordinary sends each rule stopped; one send may be stopped by several. */
function perRule(stopped: readonly Told[]): string[] {
  const rules = new Map<string, number>()
  for (const { one } of stopped)
    for (const rule of one.judgement.held) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  const sorted = [...rules].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return sorted.map(([rule, count]) => `  ${rule}: ${count}`)
}

function missed({ seed, kind, one }: Told): string {
  const { id, from, to, total, kind: way } = one.send
  const payee = to.way === 'group' ? to.id : to.way === 'members' ? to.ids.join(' ') : to.way
  const { outcome } = one.judgement.verdict
  return `  not asked: ${seed} ${id} ${kind}, ${way} of ${total} fen from ${from} to ${payee}: ${outcome}`
}
