/** A step as a rule: when it belongs to a plan, what it rests on, and what it puts into its words. */

import type { ArticleId } from '../../law/articles.ts'
import type { Instant } from '../../instant.ts'
import type { ClockId } from '../clocks.ts'
import type { Condition } from '../condition.ts'
import type { HotlineId } from '../knowledge/hotlines.ts'
import type { ProductRuleId } from '../knowledge/product-rules.ts'
import type { PublishedId } from '../knowledge/published.ts'
import type { Basis, Owner, Risk } from '../plan.ts'
import type { Field, Power, Situation } from '../situation.ts'
import type { TextId } from '../texts/text-ids.ts'

/** What can be expected: a rule gives it, that which the step rests on does, others measured something like it, or nobody knows. */
export type Expected =
  | { kind: 'rule'; by: Basis }
  | { kind: 'as_its_basis' }
  | { kind: 'published_elsewhere'; id: PublishedId }
  | { kind: 'unknown' }

export interface StepRule {
  when: Condition
  who: Owner
  risk: Risk
  by: ClockId
  /** What it rests on; by the fields in `reads` where it differs from product to product. */
  basis: readonly Basis[] | ((situation: Situation) => readonly Basis[])
  effect: Expected
  text?: TextId
  power?: Power
  hotlines?: readonly HotlineId[]
  /** The facts its words put in, and how; only the fields named in `reads` are given. */
  values?: (situation: Situation, now: Instant) => Readonly<Record<string, string | number>>
  reads?: readonly Field[]
  /** Told while this is unknown and `when` may hold: how to find it out. */
  finds?: Field
}

/** Declare rules: their names are the ids of the steps, in the order to take them. */
export function stepRules<const T extends Record<string, StepRule>>(rules: T): T {
  return rules
}

export const law = (...ids: readonly ArticleId[]): readonly Basis[] =>
  ids.map((article) => ({ kind: 'law', article }))
export const product = (...ids: readonly ProductRuleId[]): readonly Basis[] =>
  ids.map((rule) => ({ kind: 'product', rule }))
export const ownManner: readonly Basis[] = [{ kind: 'own_manner' }]

export const byLaw = (article: ArticleId): Expected => ({ kind: 'rule', by: { kind: 'law', article } })
export const byProduct = (rule: ProductRuleId): Expected => ({ kind: 'rule', by: { kind: 'product', rule } })
export const elsewhere = (id: PublishedId): Expected => ({ kind: 'published_elsewhere', id })
export const asItsBasis: Expected = { kind: 'as_its_basis' }
export const unknown: Expected = { kind: 'unknown' }
