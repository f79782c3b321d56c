/**
 * Which unknown fact is most worth finding out: for each, the plan is made under every answer, and the fact whose plans
 * differ most comes first. Nothing is weighed by guess.
 */

import { dayMs, type Instant } from '../instant.ts'
import { smallClaimsLines } from '../law/small-claims-lines.ts'
import { smallPacketMax } from './facts.ts'
import { outlineOf, type Outline } from './outline.ts'
import type { Question } from './plan.ts'
import {
  causes,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
  type Field,
  type Situation,
} from './situation.ts'

/** Answers that stand for all there are: one of each kind that the rules tell apart. */
function answersTo(
  field: Field,
  situation: Situation,
  now: Instant,
): readonly [string, Partial<Situation>][] {
  const each = <T extends string>(values: readonly T[]): [string, Partial<Situation>][] =>
    values.map((value) => [value, { [field]: value }])
  switch (field) {
    case 'platform':
      return each(platforms)
    case 'product':
      return each(products)
    case 'phase':
      return each(situation.platform === null || situation.platform === 'laisee' ? phases : phases.slice(1))
    case 'cause':
      return each(causes)
    case 'relation':
      return each(relations)
    case 'reachability':
      return each(reachabilities)
    case 'waiver':
      return each(waivers)
    case 'amount':
      return [
        ['small', { amount: smallPacketMax }],
        ['more', { amount: smallPacketMax + 1n }],
      ]
    case 'province':
      return [
        ...new Set(smallClaimsLines.map((line) => line.province)),
        'BJ' as const,
        'outside' as const,
      ].map((province) => [province, { province }])
    case 'sentAt':
    case 'noticedAt':
      return momentsFor(field, situation, now)
    default:
      return []
  }
}

const ages: readonly [string, number][] = [
  ['today', 0],
  ['days_ago', 2 * dayMs],
  ['months_ago', 80 * dayMs],
  ['half_a_year_ago', 180 * dayMs],
  ['years_ago', 1_200 * dayMs],
]

/** Moments of each age that matters, in an order that can be: nobody notices before the sending. */
function momentsFor(
  field: 'sentAt' | 'noticedAt',
  { sentAt, noticedAt }: Situation,
  now: Instant,
): [string, Partial<Situation>][] {
  const possible = ([, age]: [string, number]): boolean =>
    field === 'sentAt' ? noticedAt === null || now - age <= noticedAt : sentAt === null || now - age >= sentAt
  return ages
    .filter((age) => possible([age[0], age[1]]))
    .map(([name, age]) => [name, field === 'sentAt' ? { sentAt: now - age } : { noticedAt: now - age }])
}

const askable: readonly Field[] = [
  'cause',
  'platform',
  'product',
  'phase',
  'sentAt',
  'amount',
  'relation',
  'reachability',
  'noticedAt',
  'waiver',
  'province',
]

/** How much a step counts that only may come in, against one that does. */
const maybeWeight = 0.25

function apart(a: readonly string[], b: readonly string[]): number {
  return a.filter((it) => !b.includes(it)).length + b.filter((it) => !a.includes(it)).length
}

/** What a reader would see change: the way, the first step, each step and each deadline. */
function differenceOf(a: Outline, b: Outline): number {
  const first = a.steps[0] === b.steps[0] ? 0 : 3
  const way = a.branch === b.branch ? 0 : 2
  const certain = apart(a.steps, b.steps) + apart(a.clocks, b.clocks) / 2
  return first + way + certain + apart(a.maybe, b.maybe) * maybeWeight
}

/** The questions, the one that changes the plan most first; those that would change nothing are left out. */
export function questionsOf(situation: Situation, now: Instant): Question[] {
  const questions = askable
    .filter((field) => situation[field] === null)
    .map((field): Question => {
      const plans = answersTo(field, situation, now).map(
        ([value, known]) => [value, outlineOf({ ...situation, ...known }, now)] as const,
      )
      let sum = 0
      for (const [at, [, a]] of plans.entries())
        for (const [, b] of plans.slice(at + 1)) sum += differenceOf(a, b)
      const pairs = (plans.length * (plans.length - 1)) / 2
      return {
        field,
        weight: pairs === 0 ? 0 : Math.round((sum / pairs) * 100) / 100,
        answers: plans.map(([value, { branch, steps }]) => ({ value, branch, firstStep: steps[0] ?? null })),
      }
    })
  return questions.filter((it) => it.weight > 0).sort((a, b) => b.weight - a.weight)
}
