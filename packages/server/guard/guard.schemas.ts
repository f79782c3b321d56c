/** How the guard's word is told: before a send, and of one that was sent. */

import { Type, type Static } from 'typebox'
import { stepManners } from '@laisee/core/approval.ts'
import type { Reason } from '@laisee/core/guard/judge.ts'
import { payeeAnswers } from '@laisee/core/guard/payee-check.ts'
import { outcomes } from '@laisee/core/guard/rule.ts'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson, type Amount } from '@laisee/core/money.ts'
import type { SpendingFacts } from '@laisee/core/spending.ts'
import { stepUpNeed, stepUpReasons } from '@laisee/core/step-up.ts'
import { BalanceSchema, closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { HashSchema } from './guard-fields.schemas.ts'
import type { VerdictRow } from './guard.sql.ts'
import type { Preview } from './preview.ts'

const asksSays =
  'Whether it is sent only with a yes to exactly what is shown; so may be what is held or waits for approval.'

const DataSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'What the words of this code put in.',
})

export const ReasonSchema = named(
  'GuardReason',
  'Why a send is not simply allowed, by a code that clients have words for.',
  {
    code: Type.String(),
    data: DataSchema,
    ruleId: Type.String({ description: 'The rule that asked.' }),
    outcome: oneOf(outcomes),
  },
)

export const RulesSchema = named('GuardRules', 'The rules that decided.', {
  name: Type.String(),
  version: Type.Integer(),
})

export const PayeeCheckSchema = named('PayeeCheck', 'Whether the typed name is the payee’s.', {
  answer: oneOf(payeeAnswers, 'Match, close match, no match, not possible.'),
  typed: Type.String(),
  name: nullable(Type.String({ description: 'The payee’s own name, where it is close.' })),
})

export const ShownSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Exactly what the sender is shown: its canonical JSON is what `shownHash` is of.',
})

const PreviewedApprovalSchema = named('PreviewedApproval', 'Whose word a send would wait for.', {
  says: closed(
    { zh: Type.String(), en: Type.String() },
    { description: 'The chain, as its policy says it.' },
  ),
  waitsFor: Type.Array(CardSchema, { description: 'Those who are asked first.' }),
  manner: oneOf(stepManners, 'Whether all of them have to approve, or any one.'),
  stepCount: Type.Integer({ minimum: 1, description: 'How many steps there are, one after the other.' }),
  approveBy: MomentSchema,
})

export const PreviewSchema = named(
  'SendPreview',
  'What the guard says of a send, and what would follow. Nothing moved.',
  {
    outcome: oneOf(outcomes),
    asks: Type.Boolean({ description: asksSays }),
    reasons: Type.Array(ReasonSchema),
    notes: Type.Array(ReasonSchema, { description: 'What is told beside, and no reason to ask.' }),
    rules: RulesSchema,
    payeeCheck: nullable(PayeeCheckSchema),
    shown: ShownSchema,
    shownHash: HashSchema,
    stepUp: nullable(
      closed({
        reason: oneOf(stepUpReasons),
        fromAmount: nullable(BalanceSchema),
      }),
    ),
    heldUntil: nullable(MomentSchema),
    heldReleaseFrom: nullable(MomentSchema),
    heldReasons: Type.Array(Type.String()),
    approval: nullable(PreviewedApprovalSchema),
    deliverAt: MomentSchema,
    dayLeft: nullable(BalanceSchema),
    monthLeft: nullable(BalanceSchema),
  },
)

const reasonJson = (reason: Reason) => ({ ...reason, data: { ...reason.data } })
const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** What is left of the day or month after a send, for the purse that pays it. */
function leftAfter(
  { bounds, counted, organisationLeft }: SpendingFacts,
  amount: Amount,
  kind: 'day' | 'month',
) {
  if (organisationLeft) return organisationLeft[kind] === null ? null : amountToJson(organisationLeft[kind])
  const bound = bounds[kind]
  return bound === null ? null : amountToJson(bound.max - counted[kind] - amount)
}

function approvalJson({ previewed, asked }: Preview): Static<typeof PreviewSchema>['approval'] {
  const { submission } = previewed.following
  if (!submission) return null
  const { chain, steps, approveBy } = submission
  return {
    says: chain.says,
    waitsFor: asked.map(showCard),
    manner: steps[0]!.manner,
    stepCount: steps.length,
    approveBy: toIso(approveBy),
  }
}

export function previewJson(preview: Preview): Static<typeof PreviewSchema> {
  const { previewed, ownStepUpFrom } = preview
  const { judged, following } = previewed
  const { judgement, shown, shownHash } = judged
  const { outcome, asks, reasons, notes, rules } = judgement.verdict
  const { spending } = following
  const { amount } = judged.facts.send
  const need = stepUpNeed(amount, { band: spending.band, own: ownStepUpFrom, asked: following.stepUp })
  return {
    outcome,
    asks,
    reasons: reasons.map(reasonJson),
    notes: notes.map(reasonJson),
    rules,
    payeeCheck: shown.payeeCheck,
    shown: { ...shown },
    shownHash,
    stepUp: need
      ? { reason: need.reason, fromAmount: need.fromAmount === null ? null : amountToJson(need.fromAmount) }
      : null,
    heldUntil: isoOrNull(following.heldUntil),
    heldReleaseFrom: isoOrNull(following.heldReleaseFrom),
    heldReasons: [...following.heldReasons],
    approval: approvalJson(preview),
    deliverAt: toIso(following.deliverAt),
    dayLeft: leftAfter(spending, amount, 'day'),
    monthLeft: leftAfter(spending, amount, 'month'),
  }
}

export const VerdictSchema = named('Verdict', 'The guard’s word on a send, with what it was made from.', {
  sendId: Type.String(),
  at: MomentSchema,
  outcome: oneOf(outcomes),
  reasons: Type.Array(ReasonSchema),
  signals: Type.Array(
    named('GuardSignal', 'Something the guard noticed.', {
      code: Type.String(),
      strength: Type.Integer({ minimum: 1, maximum: 3 }),
      data: DataSchema,
    }),
  ),
  heldRules: Type.Array(Type.String(), { description: 'The rules that held.' }),
  failedRules: Type.Array(Type.String(), { description: 'Those that could not be evaluated.' }),
  rules: RulesSchema,
  payeeCheck: nullable(PayeeCheckSchema),
  shown: ShownSchema,
  shownHash: HashSchema,
  asks: Type.Boolean({ description: asksSays }),
  confirmed: Type.Boolean({ description: 'Whether the sender confirmed exactly what was shown.' }),
})

export function verdictJson(row: VerdictRow): Static<typeof VerdictSchema> {
  const { payerId: _, policyName, policyVersion, at, payeeCheck, ...rest } = row
  return {
    ...rest,
    at: toIso(at),
    rules: { name: policyName, version: policyVersion },
    payeeCheck: payeeCheck as Shown['payeeCheck'],
  }
}
