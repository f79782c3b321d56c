/** The shapes of the advisor over the API: a situation, each part of which may be unknown, and a plan in codes and words. */

import { Type, type TSchema } from 'typebox'
import { clockIds } from '@laisee/core/advisor/clocks.ts'
import { contradictionIds } from '@laisee/core/advisor/contradictions.ts'
import { dontIds } from '@laisee/core/advisor/donts.ts'
import { hotlines, type HotlineId } from '@laisee/core/advisor/knowledge/hotlines.ts'
import { productRules, type ProductRuleId } from '@laisee/core/advisor/knowledge/product-rules.ts'
import { published, type PublishedId } from '@laisee/core/advisor/knowledge/published.ts'
import { refused, type RefusedId } from '@laisee/core/advisor/knowledge/refused.ts'
import { branches, owners, risks } from '@laisee/core/advisor/plan.ts'
import {
  causes,
  evidenceKinds,
  fields,
  phases,
  platforms,
  powers,
  products,
  reachabilities,
  relations,
  waivers,
} from '@laisee/core/advisor/situation.ts'
import { stepIds } from '@laisee/core/advisor/steps/steps.ts'
import type { ClaimSectionId } from '@laisee/core/advisor/texts/claim-draft.ts'
import { textIds } from '@laisee/core/advisor/texts/text-ids.ts'
import { articleIds } from '@laisee/core/law/articles.ts'
import { outsideMainland, provinces } from '@laisee/core/law/provinces.ts'
import { smallClaimsAnswers } from '@laisee/core/law/small-claims.ts'
import { BalanceSchema, closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[]

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

/** More kinds of evidence than there are, so that a list with doubles is read as well. */
const evidenceMax = evidenceKinds.length * 4

const unknown = 'unknown'
/** One of these words, or unknown in any of its ways. */
const word = <const W extends string>(words: readonly W[], description: string) =>
  Type.Optional(nullable(oneOf([...words, unknown], description)))
const orUnknown = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Literal(unknown), Type.Null()]))

const LedgerSchema = named('AdviceLedger', 'What Laisee’s own record says of it, where it was sent there.', {
  id: Type.String({ pattern: '^(pkt|tr)_[0-9A-Za-z]{1,64}$', description: 'A packet or a transfer.' }),
  phase: oneOf(phases),
  deliverAt: MomentSchema,
  backAt: Type.Optional(nullable(MomentSchema)),
  recallUntil: Type.Optional(nullable(MomentSchema)),
  shares: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  claimedShares: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  claimedAmount: BalanceSchema,
  can: Type.Array(oneOf(powers), {
    maxItems: powers.length * 4,
    description: 'What can still be done with it.',
  }),
})

export const langs = ['zh', 'en'] as const

export const SituationSchema = closed({
  lang: Type.Optional(oneOf(langs, 'Of the words; `zh` where it is not said.')),
  platform: word(platforms, 'Where it was sent.'),
  product: word(products, 'What was sent.'),
  phase: word(phases, 'Whether it was taken.'),
  sentAt: orUnknown(MomentSchema),
  noticedAt: orUnknown(MomentSchema),
  amount: orUnknown(BalanceSchema),
  claimedAmount: orUnknown(BalanceSchema),
  cause: word(causes, 'Why it is to come back.'),
  relation: word(relations, 'Who has it.'),
  reachability: word(reachabilities, 'How they react, as the one who asks says it.'),
  waiver: word(waivers, 'Whether words that give the money away were said after the mistake was known.'),
  evidence: orUnknown(Type.Array(oneOf(evidenceKinds), { maxItems: evidenceMax })),
  province: word([...provinces, outsideMainland], 'Two letters of GB/T 2260, or `outside`.'),
  ledger: orUnknown(LedgerSchema),
})

const says = Type.String({ description: 'In words, in the language asked for.' })
const said = <const W extends string>(title: string, description: string, words: readonly W[]) =>
  named(title, description, { code: oneOf(words), says })
const list = <T extends TSchema>(schema: T, description: string) => Type.Array(schema, { description })
const FieldSchema = oneOf(fields, 'A field of the situation.')
const Fen = nullable(BalanceSchema)
const Day = nullable(Type.String({ description: 'A day in mainland China: `2026-02-17`.' }))

const BasisSchema = named('AdviceBasis', 'What something rests on.', {
  kind: oneOf(['law', 'product', 'own_manner']),
  code: nullable(
    oneOf<(typeof articleIds)[number] | ProductRuleId>([...articleIds, ...keysOf(productRules)]),
  ),
  says,
})

const ClockSchema = named('AdviceClock', 'A clock, with what it rests on and from when it is counted.', {
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
})

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

const stepFields = {
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

const NeedSchema = named('AdviceNeed', 'A fact to find out.', { field: FieldSchema, says })
const BranchSchema = said('AdviceBranch', 'A way that a plan goes.', branches)

const DontSchema = named('AdviceDont', 'What not to do.', {
  code: oneOf(dontIds),
  what: Type.String(),
  why: Type.String(),
  basis: Type.Array(BasisSchema),
  refused: list(
    named('AdviceRefused', 'What others suggest and Laisee refuses.', {
      code: oneOf<RefusedId>(keysOf(refused)),
      what: Type.String(),
      why: Type.String(),
    }),
    'What others suggest that this answers.',
  ),
})

const QuestionSchema = named(
  'AdviceQuestion',
  'A fact worth finding out, and what each answer would make of it.',
  {
    field: FieldSchema,
    says,
    weight: Type.Number({ description: 'How much the plan differs between the answers.' }),
    answers: Type.Array(
      named('AdviceAnswer', 'An answer, with the way and the first step that it would lead to.', {
        value: Type.String({
          description:
            'As the field takes it; of an amount or a moment, a name for a range: `small`, `days_ago`.',
        }),
        says,
        branch: nullable(BranchSchema),
        firstStep: nullable(said('AdviceFirstStep', 'The first step of that plan.', stepIds)),
      }),
    ),
  },
)

export const AdviceSchema = named('Advice', 'What to do now about money that went the wrong way.', {
  at: MomentSchema,
  lang: oneOf(langs),
  branch: nullable(BranchSchema),
  mayBe: list(BranchSchema, 'The way, or every way it may go while that depends on what is not known.'),
  contradictions: list(
    named('AdviceContradiction', 'What cannot all be so, as a question.', {
      code: oneOf(contradictionIds),
      says,
      fields: list(FieldSchema, 'What to say again; until then they count as unknown.'),
    }),
    'What was said and cannot all be so.',
  ),
  steps: list(
    named('AdviceStep', 'A step, with all that belongs to it.', stepFields),
    'In the order to take them. They hold whatever the unknown facts turn out to be.',
  ),
  dependent: list(
    named('AdviceDependentStep', 'A step that belongs to the plan only under some answers.', {
      ...stepFields,
      needs: list(NeedSchema, 'Which unknown facts decide it.'),
    }),
    'What may come in besides.',
  ),
  clocks: list(ClockSchema, 'The clocks that run, or may.'),
  donts: list(DontSchema, 'What not to do, with the reasons.'),
  questions: list(QuestionSchema, 'At most six: the one whose answer changes the plan most comes first.'),
  note: Type.String({ description: 'That this is no legal advice.' }),
})
