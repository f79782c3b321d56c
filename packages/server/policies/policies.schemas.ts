/** Policies as the API takes and shows them. */

import { Type, type Static, type TString } from 'typebox'
import { noteLengthMax, stepManners } from '@laisee/core/approval.ts'
import { approversMax, approverRoles, stepsMax, timeouts } from '@laisee/core/chain.ts'
import { conditionLengthMax } from '@laisee/core/guard/condition.ts'
import { rulesMax } from '@laisee/core/guard/compile.ts'
import { outcomes, type Rule } from '@laisee/core/guard/rule.ts'
import { signalCodes } from '@laisee/core/guard/signal.ts'
import { organisationRoles } from '@laisee/core/organisation.ts'
import { chainsMax, recallRightsMax, thresholdsMax, type OrganisationPolicy } from '@laisee/core/policy.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { contentToPolicy } from './content.ts'
import {} from './read-policy.ts'

const textMax = 200
const Whole = (options: { minimum: number; maximum?: number; description?: string }) =>
  Type.Integer({ maximum: Number.MAX_SAFE_INTEGER, ...options })

const ApproverSchema = Type.Union([
  closed({ memberId: IdSchema('member') }),
  closed({ role: oneOf(approverRoles) }),
])
const ApproversSchema = Type.Array(ApproverSchema, { maxItems: approversMax })

const RecallRightSchema = named('RecallRight', 'Who may take back what nobody has claimed.', {
  role: oneOf(organisationRoles),
  whose: oneOf(['own', 'others']),
  withinS: nullable(Whole({ minimum: 0, description: 'Seconds from delivery; null for any time.' })),
  reasonNeeded: Type.Boolean(),
  onlyMemberIds: nullable(Type.Array(IdSchema('member'), { maxItems: approversMax })),
})

const LimitSchema = nullable(BalanceSchema)

/** Texts are checked where they come in; what is shown was. */
function contentSchema(suffix: string, text: (max: number, min?: number) => TString) {
  const both = closed({ zh: text(textMax), en: text(textMax) })
  const rule = named(
    `PolicyRule${suffix}`,
    'A rule of the guard, for what is sent on the organisation’s behalf.',
    {
      id: text(64, 1),
      when: text(conditionLengthMax),
      outcome: oneOf(outcomes),
      tells: Type.Array(oneOf(signalCodes), { maxItems: signalCodes.length }),
      says: both,
      hold: Type.Optional(
        closed({ ms: Whole({ minimum: 1 }), releaseFromMs: nullable(Whole({ minimum: 0 })) }),
      ),
    },
  )
  const chain = named(`PolicyChain${suffix}`, 'Who approves, one step after another.', {
    id: text(64, 1),
    says: both,
    steps: Type.Array(closed({ manner: oneOf(stepManners), approvers: ApproversSchema }), {
      maxItems: stepsMax,
    }),
    timeoutS: Whole({ minimum: 1, description: 'Seconds until what `onTimeout` says happens.' }),
    onTimeout: oneOf(timeouts, 'Time running out rejects, or lets administrators decide for as long again.'),
    copyTo: ApproversSchema,
  })
  const threshold = closed({ amount: AmountSchema, chainId: text(64, 1) })
  return named(`PolicyContent${suffix}`, 'What a policy says.', {
    rules: Type.Array(rule, { maxItems: rulesMax }),
    limits: closed({ share: LimitSchema, send: LimitSchema, day: LimitSchema, month: LimitSchema }),
    chains: Type.Array(chain, { maxItems: chainsMax }),
    thresholds: Type.Array(threshold, { maxItems: thresholdsMax }),
    rulesChainId: nullable(text(64, 1)),
    recallRights: Type.Array(RecallRightSchema, { maxItems: recallRightsMax }),
    bulkMax: nullable(BalanceSchema),
    unsureHoldFrom: BalanceSchema,
  })
}

export const PolicyContentSchema = contentSchema('', (max, min = 0) => TextSchema(max, { lengthMin: min }))
const ShownContentSchema = contentSchema('Shown', () => Type.String())

const PlaceSchema = closed({
  start: Whole({ minimum: 0 }),
  end: Whole({ minimum: 0 }),
  line: Whole({ minimum: 1 }),
  column: Whole({ minimum: 1 }),
})
export const ProblemSchema = named('PolicyProblem', 'What is wrong with a policy, and exactly where.', {
  code: Type.String(),
  at: Type.String({ description: 'The part of the policy, as a path.' }),
  weight: oneOf(['error', 'warning']),
  place: nullable(PlaceSchema),
  about: Type.String(),
})

const SentenceSchema = closed({ at: Type.String(), text: Type.String() })
const SentencesSchema = closed({ zh: Type.Array(SentenceSchema), en: Type.Array(SentenceSchema) })
const DifferenceSchema = closed({
  at: Type.String(),
  kind: oneOf(['added', 'removed', 'changed']),
  before: Type.Unknown(),
  after: Type.Unknown(),
})

const versionFields = {
  organisationId: IdSchema('organisation'),
  id: nullable(IdSchema('policy')),
  version: Whole({ minimum: 0, description: '0 is the default, which nobody has published.' }),
  state: oneOf(['draft', 'published', 'withdrawn']),
  holds: Type.Boolean({ description: 'Whether it is the version that holds.' }),
  basedOn: Whole({ minimum: 0 }),
  goesBackTo: nullable(Whole({ minimum: 0 })),
  note: nullable(Type.String()),
  authorIds: Type.Array(IdSchema('member')),
  beganAt: nullable(MomentSchema),
  changedAt: nullable(MomentSchema),
  decidedAt: nullable(MomentSchema),
  decidedBy: nullable(Type.String()),
}
export const PolicyVersionSchema = named(
  'PolicyVersion',
  'A version of a policy, without what it says.',
  versionFields,
)
export const PolicySchema = named('Policy', 'A version of a policy, said in full.', {
  ...versionFields,
  content: ShownContentSchema,
  sentences: SentencesSchema,
  problems: Type.Array(ProblemSchema),
  differences: Type.Array(DifferenceSchema, { description: 'From the version it began from.' }),
})

export const DraftBody = closed({
  content: PolicyContentSchema,
  note: Type.Optional(nullable(TextSchema(noteLengthMax))),
})
export const GoBackBody = closed({
  version: Whole({ minimum: 0, description: 'A version that was published; 0 for the default.' }),
  note: Type.Optional(nullable(TextSchema(noteLengthMax))),
})

/** The policy of a body, as core knows it. */
export function policyFrom(content: Static<typeof PolicyContentSchema>): OrganisationPolicy {
  const rules = content.rules.map(({ hold, ...rule }): Rule => ({ ...rule, ...(hold && { hold }) }))
  return contentToPolicy({ ...content, rules })
}
