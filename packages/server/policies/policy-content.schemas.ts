/** What a policy says, as the API takes and shows it. */

import { Type, type Static, type TString } from 'typebox'
import { stepManners } from '@laisee/core/approval.ts'
import { approversMax, approverRoles, stepsMax, timeouts } from '@laisee/core/chain.ts'
import { conditionLengthMax } from '@laisee/core/guard/condition.ts'
import { rulesMax } from '@laisee/core/guard/compile.ts'
import { outcomes, type Rule } from '@laisee/core/guard/rule.ts'
import { signalCodes } from '@laisee/core/guard/signal.ts'
import { organisationRoles } from '@laisee/core/organisation.ts'
import { chainsMax, recallRightsMax, thresholdsMax, type OrganisationPolicy } from '@laisee/core/policy.ts'
import { limitedRoles } from '@laisee/core/policy-limits.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { contentToPolicy } from './content.ts'

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
const sums = { share: LimitSchema, send: LimitSchema, day: LimitSchema, month: LimitSchema }
const RoleLimitsSchema = Type.Array(closed({ role: oneOf(limitedRoles), ...sums }), {
  maxItems: limitedRoles.length,
  description: 'For each sender who holds this role as well.',
})
const TotalLimitsSchema = closed(
  { day: LimitSchema, month: LimitSchema },
  { description: 'For everything that is sent on behalf, by everybody together.' },
)
const StepUpFromSchema = nullable(
  Type.Integer({
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'From this sum on its sender proves with a passkey that it is them; null for none.',
  }),
)

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
      stepUp: Type.Optional(
        Type.Boolean({ description: 'Whether the sender proves with a passkey that it is them.' }),
      ),
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
    limits: closed(sums, { description: 'For each sender.' }),
    roleLimits: Type.Optional(RoleLimitsSchema),
    totalLimits: Type.Optional(TotalLimitsSchema),
    stepUpFrom: Type.Optional(StepUpFromSchema),
    chains: Type.Array(chain, { maxItems: chainsMax }),
    thresholds: Type.Array(threshold, { maxItems: thresholdsMax }),
    rulesChainId: nullable(text(64, 1)),
    recallRights: Type.Array(RecallRightSchema, { maxItems: recallRightsMax }),
    bulkMax: nullable(BalanceSchema),
    unsureHoldFrom: BalanceSchema,
  })
}

export const PolicyContentSchema = contentSchema('', (max, min = 0) => TextSchema(max, { lengthMin: min }))
export const ShownContentSchema = contentSchema('Shown', () => Type.String())

/** The policy of a body, as core knows it. */
export function policyFrom(content: Static<typeof PolicyContentSchema>): OrganisationPolicy {
  const rules = content.rules.map(({ hold, stepUp, ...rule }): Rule => ({
    ...rule,
    ...(stepUp && { stepUp }),
    ...(hold && { hold }),
  }))
  return contentToPolicy({ ...content, rules })
}
