/** What the advisor answers: steps in their order, the clocks that run, what not to do, and what is worth finding out. */

import type { Instant } from '../instant.ts'
import type { ArticleId } from '../law/articles.ts'
import type { ChinaDate } from '../law/china-date.ts'
import type { HotlineId } from './knowledge/hotlines.ts'
import type { ProductRuleId } from './knowledge/product-rules.ts'
import type { PublishedId } from './knowledge/published.ts'
import type { RefusedId } from './knowledge/refused.ts'
import type { Field, Power } from './situation.ts'
import type { ClockId } from './clocks.ts'
import type { DontId } from './donts.ts'
import type { StepId } from './steps/steps.ts'
import type { TextId } from './texts/text-ids.ts'

/** Which way the plan goes; the words of each say it in a sentence. */
export const branches = [
  'fraud',
  'asked_to_return',
  'recall',
  'returned',
  'remainder',
  'wait',
  'organisation',
  'capacity',
  'no_right',
  'what_it_was_for',
  'gift',
  'ask_known',
  'ask_formally',
] as const
export type Branch = (typeof branches)[number]

/** Who acts. */
export const owners = ['you', 'guardian', 'organisation', 'platform', 'mediator', 'court'] as const
export type Owner = (typeof owners)[number]

/** What a step may cost the one who takes it: nothing, an awkward minute, money or a friendship, a lawsuit. */
export const risks = ['none', 'low', 'medium', 'high'] as const
export type Risk = (typeof risks)[number]

/** What a rule of the plan rests on: an article, a product's rule, a figure with its source. */
export type Basis =
  { kind: 'law'; article: ArticleId } | { kind: 'product'; rule: ProductRuleId } | { kind: 'own_manner' }

/** What is to be expected, and why one may say so. */
export type EffectBasis =
  | { kind: 'rule'; by: Basis }
  | { kind: 'own_data'; succeeded: number; n: number; low: number; high: number; measuredOn: ChinaDate }
  | { kind: 'published_elsewhere'; id: PublishedId }
  | { kind: 'unknown' }

/** Until when: on a clock of the plan, or so long after something known. */
export interface Deadline {
  clock: ClockId
  /** Null while what it starts from is unknown. */
  at: Instant | null
}

export interface Step {
  id: StepId
  who: Owner
  risk: Risk
  by: Deadline
  /** What it rests on. Never empty. */
  basis: readonly Basis[]
  effect: EffectBasis
  /** The text to copy, by the composer that writes it. */
  text: TextId | null
  /** What can be done here, as a button. */
  power: Power | null
  hotlines: readonly HotlineId[]
  /** What the step's words put in, in the notation of the catalogue. */
  values: Readonly<Record<string, string | number>>
  /** The facts it stands on: when none of these changes, the step does not. */
  dependsOn: readonly Field[]
}

/** A step that belongs to the plan only under some answers to `needs`. */
export interface DependentStep extends Step {
  needs: readonly Field[]
}

export interface Clock {
  id: ClockId
  basis: readonly Basis[]
  /** From when it runs; null while that is unknown. */
  startsAt: Instant | null
  /** Which moment that is. `sent` stands in for `noticed` while the latter is unknown: never too late. */
  startsFrom: ClockFrom
  endsAt: Instant | null
  /** The last day in China, for clocks of days and years. */
  lastDay: ChinaDate | null
  /** By counting alone, before days off moved it. */
  countedLastDay: ChinaDate | null
  moved: 'no' | 'rest_day' | 'unknown_year' | null
  /** Whether a request begins it anew. */
  renews: boolean
  state: 'running' | 'over' | 'unknown'
  dependsOn: readonly Field[]
}

export type ClockFrom = 'now' | 'sent' | 'noticed' | 'delivered' | 'later_event'

export interface Dont {
  id: DontId
  /** The refused things of the articles that it answers. */
  refused: readonly RefusedId[]
  articles: readonly ArticleId[]
}

/** A fact worth finding out, with what each answer would make of the plan. */
export interface Question {
  field: Field
  /** How much the plan differs between the answers: more is more worth asking. */
  weight: number
  answers: readonly { value: string; branch: Branch | null; firstStep: StepId | null }[]
}

export interface Plan {
  at: Instant
  /** Null while it depends on what is not known; `mayBe` then lists the ways it may go. */
  branch: Branch | null
  mayBe: readonly Branch[]
  /** In the order to take them. They hold whatever the unknown facts turn out to be. */
  steps: readonly Step[]
  /** What comes in besides, depending on facts not known yet. */
  dependent: readonly DependentStep[]
  clocks: readonly Clock[]
  donts: readonly Dont[]
  questions: readonly Question[]
}

/** What is read first of a plan; the rest follows from the same facts. */
export type PlanSteps = Omit<Plan, 'donts' | 'questions'>
