/**
 * The shape of a plan in codes and words: what the API answers and `laisee advise --json` prints. Moments are RFC 3339,
 * amounts are fen; codes never change their meaning, words may.
 */

import type { ClockId } from '../../advisor/clocks.ts'
import type { ContradictionId } from '../../advisor/contradictions.ts'
import type { DontId } from '../../advisor/donts.ts'
import type { HotlineId } from '../../advisor/knowledge/hotlines.ts'
import type { ProductRuleId } from '../../advisor/knowledge/product-rules.ts'
import type { PublishedId } from '../../advisor/knowledge/published.ts'
import type { RefusedId } from '../../advisor/knowledge/refused.ts'
import type { Basis, Branch, Clock, EffectBasis, Owner, Risk } from '../../advisor/plan.ts'
import type { Field, Power } from '../../advisor/situation.ts'
import type { StepId } from '../../advisor/steps/steps.ts'
import type { ClaimSectionId } from '../../advisor/texts/claim-draft.ts'
import type { TextId } from '../../advisor/texts/text-ids.ts'
import type { ArticleId } from '../../law/articles.ts'
import type { SmallClaims } from '../../law/small-claims.ts'
import type { Language } from '../words.ts'

/** A code, and what it says. */
export interface Said<Code extends string> {
  code: Code
  says: string
}

export interface SaidBasis {
  kind: Basis['kind']
  /** The article or the product's rule; null where it is our own manner. */
  code: ArticleId | ProductRuleId | null
  says: string
}

export interface SaidClock {
  code: ClockId
  says: string
  state: Clock['state']
  startsAt: string | null
  startsFrom: Clock['startsFrom']
  /** From when it is counted, in words. */
  countedFrom: string
  endsAt: string | null
  /** The last day in China, for clocks of days and years. */
  lastDay: string | null
  countedLastDay: string | null
  moved: Clock['moved']
  /** Why the last day is another than by counting; null where it is not. */
  movedSays: string | null
  renews: boolean
  basis: SaidBasis[]
}

export interface SaidEffect {
  kind: EffectBasis['kind']
  says: string
  /** The rule it follows from, where one does. */
  rule: SaidBasis | null
  /** Whose figure it is, where others measured it. */
  published: { code: PublishedId; source: string } | null
  measured: { succeeded: number; n: number; low: number; high: number; measuredOn: string } | null
}

export interface SaidForm {
  title: string
  sections: { code: ClaimSectionId; heading: string; paragraphs: string[] }[]
  blanks: string[]
}

export interface SaidStep {
  code: StepId
  what: string
  how: string
  ends: string
  who: Said<Owner>
  risk: Said<Risk>
  by: SaidClock
  basis: SaidBasis[]
  effect: SaidEffect
  /** To copy; what stands in brackets is for the writer to fill in. */
  text: { code: TextId; text: string; blanks: string[] } | null
  form: SaidForm | null
  power: Power | null
  hotlines: { code: HotlineId; number: string; name: string; toCall: boolean }[]
  costs: SaidCosts | null
  dependsOn: Field[]
}

/** What a court would cost, in fen; null where that is not known. */
export interface SaidCosts {
  fee: number | null
  halfFee: number | null
  preservationFee: number | null
  smallClaims: Said<SmallClaims['answer']> | null
}

export interface SaidNeed {
  field: Field
  says: string
}

export interface SaidDependentStep extends SaidStep {
  needs: SaidNeed[]
}

export interface SaidDont {
  code: DontId
  what: string
  why: string
  basis: SaidBasis[]
  /** What others suggest and this answers. */
  refused: { code: RefusedId; what: string; why: string }[]
}

export interface SaidQuestion extends SaidNeed {
  weight: number
  answers: { value: string; says: string; branch: Said<Branch> | null; firstStep: Said<StepId> | null }[]
}

export interface SaidContradiction extends Said<ContradictionId> {
  /** What to say again: until then these count as unknown. */
  fields: Field[]
}

export interface SaidPlan {
  at: string
  lang: Language
  branch: Said<Branch> | null
  mayBe: Said<Branch>[]
  contradictions: SaidContradiction[]
  steps: SaidStep[]
  dependent: SaidDependentStep[]
  clocks: SaidClock[]
  donts: SaidDont[]
  questions: SaidQuestion[]
  note: string
}
