/** Disputes as the API shows them: to the sides without who of the service works on it and its notes, to staff whole. */

import { Type, type Static } from 'typebox'
import {
  answerTimes,
  appealBy,
  disputeCauses,
  disputeOutcomes,
  disputeStates,
  disputeTextLengthMax,
  factKinds,
} from '@laisee/core/dispute.ts'
import { disputeRoles, shownActor } from '@laisee/core/dispute-actor.ts'
import { answerLengthMax, disputeQuestions, documentsThatHelp } from '@laisee/core/dispute-form.ts'
import { documentKinds } from '@laisee/core/document.ts'
import { referenceLengthMax } from '@laisee/core/freeze.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import {
  AmountSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import type { FactRow } from './disputes.sql.ts'
import type { LockedDispute } from './lock.ts'

const SourceIdSchema = Type.String({
  pattern: '^(?:pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description: 'The packet or transfer it is about.',
})
const TextBody = TextSchema(disputeTextLengthMax, { lengthMin: 1 })

export const DisputeParams = closed({ id: IdSchema('dispute') })

const AnswerSchema = closed({
  question: oneOf(disputeQuestions),
  answer: TextSchema(answerLengthMax, { lengthMin: 1 }),
})

export const OpenDisputeBody = closed({
  sourceId: SourceIdSchema,
  againstId: Type.Optional(nullable(IdSchema('member', 'Whose share it is about, where several have one.'))),
  cause: oneOf(disputeCauses, 'What happened; not what is wanted.'),
  answers: Type.Optional(Type.Array(AnswerSchema, { maxItems: disputeQuestions.length })),
  text: TextBody,
})
export const SayBody = closed({ text: TextBody })
export const AddDocumentBody = closed({ documentId: IdSchema('document') })
export const AssignBody = closed({
  agentId: Type.Optional(nullable(IdSchema('member', 'A dispute agent; oneself where nobody is named.'))),
})
export const AskBody = closed({
  toId: IdSchema('member', 'One of the two sides.'),
  text: TextBody,
  answerBy: Type.Optional(nullable(MomentSchema)),
})
export const DecideBody = closed({
  outcome: oneOf(disputeOutcomes),
  amount: Type.Optional(nullable(AmountSchema)),
  reasons: TextBody,
  freezeId: Type.Optional(
    nullable(
      IdSchema(
        'freeze',
        'A freeze for this dispute: the one that a release ends, or that an order made and a return is paid out of.',
      ),
    ),
  ),
  order: Type.Optional(
    nullable(
      closed({
        reference: TextSchema(referenceLengthMax * 4, { lengthMin: 1, description: 'Its number.' }),
        documentId: IdSchema('document', 'The document itself.'),
      }),
    ),
  ),
})

const FactSchema = closed({
  no: Type.Integer({ minimum: 1 }),
  kind: oneOf(factKinds),
  at: MomentSchema,
  by: Type.String({
    description:
      'The member, or `clock`. Of the service’s staff: to the two sides `staff`; to staff the member, or `operator`.',
  }),
  byRole: nullable(oneOf(disputeRoles, 'In which role staff did it: for staff alone.')),
  toId: nullable(Type.String()),
  text: nullable(Type.String()),
  outcome: nullable(oneOf(disputeOutcomes)),
  amount: nullable(AmountSchema),
  answerBy: nullable(MomentSchema),
  documentId: nullable(
    IdSchema('document', 'Its content is for whoever handed it in, and for the service’s staff.'),
  ),
  effect: nullable(
    oneOf(
      ['moved', 'backed', 'not_asked', 'frozen', 'released', 'none'],
      'What a decision did: `moved` money on legal ground, or `backed` a return request.',
    ),
  ),
  effectId: nullable(Type.String({ description: 'The return request or the freeze.' })),
  freezeId: nullable(IdSchema('freeze', 'What money went back out of.')),
  orderReference: nullable(
    Type.String({
      description: 'The number of the word of the authority that let it; its document is `documentId`.',
    }),
  ),
})

export const DisputeSchema = named('Dispute', 'A dispute about money that somebody else has.', {
  id: IdSchema('dispute'),
  sourceId: SourceIdSchema,
  openerId: IdSchema('member'),
  otherId: IdSchema('member'),
  payerId: IdSchema('member'),
  cause: oneOf(disputeCauses),
  severity: oneOf(['high', 'normal']),
  amount: AmountSchema,
  currency: CurrencySchema,
  answers: Type.Array(AnswerSchema),
  state: oneOf(disputeStates),
  openedAt: MomentSchema,
  decideBy: MomentSchema,
  dueAt: nullable(MomentSchema),
  hearing: nullable(
    closed({
      memberId: IdSchema('member', 'Who of the two is still to be heard before it is decided.'),
      until: { ...MomentSchema, description: 'Until when that is waited for.' },
    }),
  ),
  isLate: Type.Boolean({ description: 'Whether the service has not acted in the time it gives itself.' }),
  agentId: nullable(IdSchema('member', 'Who works on it: for staff alone.')),
  outcome: nullable(oneOf(disputeOutcomes)),
  appealBy: nullable(MomentSchema),
  documentsThatHelp: Type.Array(oneOf(documentKinds)),
  facts: Type.Array(FactSchema),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** A dispute as a side reads it (`reader` is their id), or as staff do (null). */
export function showDispute(
  { dispute, facts, standing, now }: LockedDispute,
  reader: string | null,
): Static<typeof DisputeSchema> {
  const { id, sourceId, openerId, otherId, payerId, cause, amount, currency, answers, openedAt } = dispute
  const times = answerTimes[cause]
  const { state, dueAt, hearing } = standing
  const waitsForStaff = state === 'waiting' || state === 'in_hand' || state === 'appealed'
  const seen = reader === null ? facts : facts.filter(({ kind }) => kind !== 'note' && kind !== 'assigned')
  return {
    ...{ id, sourceId, openerId, otherId, payerId, cause, currency, answers, state },
    severity: times.severity,
    amount: amountToJson(amount),
    openedAt: toIso(openedAt),
    decideBy: toIso(openedAt + times.decideMs),
    dueAt: isoOrNull(dueAt),
    hearing: hearing === null ? null : { memberId: hearing.memberId, until: toIso(hearing.until) },
    isLate: waitsForStaff && dueAt !== null && now > dueAt,
    agentId: reader === null ? standing.agentId : null,
    outcome: standing.outcome,
    appealBy: appealBy(standing),
    documentsThatHelp: [...documentsThatHelp[cause]],
    facts: seen.map((fact) => showFact(fact, dispute, reader)),
  }
}

type Shown = Static<typeof FactSchema>

function showFact(fact: FactRow, sides: { openerId: string; otherId: string }, reader: string | null): Shown {
  const { no, kind, at, toId, text, outcome, amount, answerBy, documentId, effect, effectId } = fact
  const { freezeId, orderReference } = fact
  return {
    ...{ no, kind, toId, text, outcome, documentId, effectId, freezeId, orderReference },
    at: toIso(at),
    ...shownActor(fact.by, sides, reader === null ? 'staff' : 'side'),
    amount: amount === null ? null : amountToJson(amount),
    answerBy: isoOrNull(answerBy),
    effect: effect as Shown['effect'],
  }
}
