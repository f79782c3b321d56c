/** A step of a plan over the API, in codes and words: its clock, its ground, what to expect, the words to copy, the form. */

import { Type, type TSchema } from 'typebox'
import { clockIds } from '@laisee/core/advisor/clocks.ts'
import { hotlines, type HotlineId } from '@laisee/core/advisor/knowledge/hotlines.ts'
import { productRules, type ProductRuleId } from '@laisee/core/advisor/knowledge/product-rules.ts'
import { published, type PublishedId } from '@laisee/core/advisor/knowledge/published.ts'
import { owners, risks } from '@laisee/core/advisor/plan.ts'
import { fields, powers } from '@laisee/core/advisor/situation.ts'
import { stepIds } from '@laisee/core/advisor/steps/steps.ts'
import type { ClaimSectionId } from '@laisee/core/advisor/texts/claim-draft.ts'
import { textIds } from '@laisee/core/advisor/texts/text-ids.ts'
import { articleIds } from '@laisee/core/law/articles.ts'
import { smallClaimsAnswers } from '@laisee/core/law/small-claims.ts'
import { BalanceSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'

/** The keys of a record, as the words of a list. */
export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  Object.keys(record) as Key[]

/** Every section of a claim; the compiler misses one that is left out. */
const claimSections: Record<ClaimSectionId, true> = {
  plaintiff: true,
  defendant: true,
  cause: true,
  requests: true,
  facts: true,
  law: true,
  evidence: true,
  court: true,
  signature: true,
  note: true,
}

export const says = Type.String({ description: 'In words, in the language asked for.' })
export const said = <const W extends string>(title: string, description: string, words: readonly W[]) =>
  named(title, description, { code: oneOf(words), says })
export const list = <T extends TSchema>(schema: T, description: string) => Type.Array(schema, { description })
export const FieldSchema = oneOf(fields, 'A field of the situation.')
const Fen = nullable(BalanceSchema)
const Day = nullable(Type.String({ description: 'A day in mainland China: `2026-02-17`.' }))

export const BasisSchema = named('AdviceBasis', 'What something rests on.', {
  kind: oneOf(['law', 'product', 'own_manner']),
  code: nullable(
    oneOf<(typeof articleIds)[number] | ProductRuleId>([...articleIds, ...keysOf(productRules)]),
  ),
  says,
})

export const ClockSchema = named(
  'AdviceClock',
  'A clock, with what it rests on and from when it is counted.',
  {
    code: oneOf(clockIds),
    says,
    state: oneOf(['running', 'over', 'unknown']),
    startsAt: nullable(MomentSchema),
    startsFrom: oneOf(['now', 'sent', 'noticed', 'delivered', 'later_event']),
    countedFrom: Type.String({ description: '`startsFrom` in words.' }),
    endsAt: nullable(MomentSchema),
    lastDay: Day,
    countedLastDay: Day,
    moved: nullable(oneOf(['no', 'rest_day', 'unknown_year'], 'Whether days off moved the last day.')),
    movedSays: nullable(Type.String()),
    renews: Type.Boolean({ description: 'Whether a request begins it anew.' }),
    basis: list(BasisSchema, 'Never empty.'),
  },
)

const share = Type.Number({ minimum: 0, maximum: 1 })
const EffectSchema = named('AdviceEffect', 'What to expect of a step, and on what ground one may say so.', {
  kind: oneOf(['rule', 'own_data', 'published_elsewhere', 'unknown']),
  says,
  rule: nullable(BasisSchema),
  published: nullable(
    named('AdvicePublished', 'A figure that others measured, of something like it.', {
      code: oneOf<PublishedId>(keysOf(published)),
      source: Type.String(),
    }),
  ),
  measured: nullable(
    named('AdviceMeasured', 'A figure of this installation, with its interval of 95 %.', {
      succeeded: Type.Integer({ minimum: 0 }),
      n: Type.Integer({ minimum: 1 }),
      low: share,
      high: share,
      measuredOn: Type.String(),
    }),
  ),
})

const blanks = list(Type.String(), 'What the writer has still to fill in, as it stands in the text.')
const FormSchema = named('AdviceForm', 'A draft of a claim, by its sections.', {
  title: Type.String(),
  sections: Type.Array(
    named('AdviceFormSection', 'A section of a draft.', {
      code: oneOf(keysOf(claimSections)),
      heading: Type.String(),
      paragraphs: Type.Array(Type.String()),
    }),
  ),
  blanks,
})

export const stepFields = {
  code: oneOf(stepIds),
  what: Type.String({ description: 'What to do.' }),
  how: Type.String(),
  ends: Type.String({ description: 'What ends it.' }),
  who: said('AdviceOwner', 'Who acts.', owners),
  risk: said('AdviceRisk', 'What it may cost the one who does it.', risks),
  by: ClockSchema,
  basis: list(BasisSchema, 'What it rests on. Never empty.'),
  effect: EffectSchema,
  text: nullable(
    named('AdviceText', 'Words to copy.', { code: oneOf(textIds), text: Type.String(), blanks }),
  ),
  form: nullable(FormSchema),
  power: nullable(oneOf(powers, 'What can be done about it in Laisee, where its record says so.')),
  hotlines: Type.Array(
    named('AdviceHotline', 'A number that may be named.', {
      code: oneOf<HotlineId>(keysOf(hotlines)),
      number: Type.String(),
      name: Type.String(),
      toCall: Type.Boolean({ description: 'Whether its owner confirms it; else look inside the app.' }),
    }),
  ),
  costs: nullable(
    named('AdviceCosts', 'What a court would cost, in fen; null where that is not known.', {
      fee: Fen,
      halfFee: Fen,
      preservationFee: Fen,
      smallClaims: nullable(said('AdviceSmallClaims', 'Whether it is a small claim.', smallClaimsAnswers)),
    }),
  ),
  dependsOn: list(FieldSchema, 'When none of these changes, the step does not.'),
}
