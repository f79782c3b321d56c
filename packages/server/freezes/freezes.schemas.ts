/** Freezes as the API shows them to whose money it is: why, until when, how to object. Staff's view is in record.schemas.ts. */

import { Type, type Static } from 'typebox'
import { basisRules, freezeBases, freezeReasons, releaseReasons } from '@laisee/core/freeze-basis.ts'
import {
  appealOutcomes,
  appealsMax,
  appealTextLengthMax,
  freezeKinds,
  freezeNoteLengthMax,
  referenceLengthMax,
} from '@laisee/core/freeze.ts'
import { leftFrozen } from '@laisee/core/freeze-case.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { appealsOfFreezes, type AppealRow } from './appeals.sql.ts'
import type { FreezeRow } from './freezes.sql.ts'

export const SubjectIdSchema = Type.String({
  pattern: '^(?:pkt|mem|org)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description: 'A packet, or the member or organisation whose wallet it is.',
})

const CaseIdSchema = Type.String({
  pattern: '^(?:dsp|pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description:
    'What it is for: the dispute, or the packet or transfer, that the owner has the money of. A decision pays out of no other.',
})

export const FreezeParams = closed({ id: IdSchema('freeze') })

export const FreezeBody = closed({
  kind: oneOf(freezeKinds, 'A packet; all of a wallet; or an amount in it, while the rest stays usable.'),
  subjectId: SubjectIdSchema,
  amount: Type.Optional(nullable(AmountSchema)),
  reason: oneOf(freezeReasons),
  note: TextSchema(freezeNoteLengthMax * 4, {
    lengthMin: 1,
    description: 'Why, as the frozen person is told.',
  }),
  basis: oneOf(
    freezeBases,
    'What it stands on: `policy` for 7 days at most, `police_stop` for 48 hours, `police_freeze` for 6 months, `court` for a year.',
  ),
  reference: Type.Optional(
    nullable(
      TextSchema(referenceLengthMax * 4, {
        lengthMin: 1,
        description: 'The number of the order it stands on.',
      }),
    ),
  ),
  documentId: Type.Optional(nullable(IdSchema('document', 'The order itself.'))),
  aboutId: Type.Optional(nullable(CaseIdSchema)),
  until: Type.Optional(nullable(MomentSchema)),
})

export const ReleaseBody = closed({
  reason: oneOf(releaseReasons),
  note: Type.Optional(nullable(TextSchema(freezeNoteLengthMax * 4, { lengthMin: 1 }))),
})

export const AppealBody = closed({ text: TextSchema(appealTextLengthMax, { lengthMin: 1 }) })
export const AnswerBody = closed({
  outcome: oneOf(appealOutcomes, 'An objection that is upheld ends the freeze.'),
  answer: TextSchema(freezeNoteLengthMax * 4, {
    lengthMin: 1,
    description: 'What the frozen person is told.',
  }),
})

const LawSchema = closed({
  law: Type.String(),
  number: Type.String(),
  subject: closed({ zh: Type.String(), en: Type.String() }),
})

export const appealFields = {
  no: Type.Integer({ minimum: 1 }),
  text: Type.String(),
  at: MomentSchema,
  outcome: nullable(oneOf(appealOutcomes)),
  answer: nullable(Type.String()),
  answeredAt: nullable(MomentSchema),
}

export const told = {
  id: IdSchema('freeze'),
  kind: oneOf(freezeKinds),
  subjectId: SubjectIdSchema,
  ownerId: Type.String({ description: 'Whose money it is: a member or an organisation.' }),
  currency: CurrencySchema,
  amount: nullable(AmountSchema),
  askedAmount: nullable(AmountSchema),
  paidOut: nullable({ ...BalanceSchema, description: 'What of the amount has gone back by decisions.' }),
  left: nullable({ ...BalanceSchema, description: 'What of the amount still lies there.' }),
  shortfall: nullable(
    Type.Integer({ minimum: 0, description: 'By how much what was there fell short of what was asked for.' }),
  ),
  reason: oneOf(freezeReasons),
  note: Type.String(),
  basis: oneOf(freezeBases),
  isOrder: Type.Boolean({ description: 'Whether it stands on an order of the police or of a court.' }),
  laws: Type.Array(LawSchema),
  ownRule: nullable(closed({ zh: Type.String(), en: Type.String() })),
  reference: nullable(Type.String()),
  aboutId: nullable(CaseIdSchema),
  since: MomentSchema,
  until: MomentSchema,
  releasedAt: nullable(MomentSchema),
  releaseReason: nullable(oneOf([...releaseReasons, 'expired'])),
  releaseNote: nullable(Type.String()),
  appealsLeft: Type.Integer({ minimum: 0, description: 'How many more objections there may be.' }),
}

export const FreezeSchema = named('Freeze', 'A freeze, as whose money it is reads it.', {
  ...told,
  appeals: Type.Array(closed(appealFields)),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))
const fenOrNull = (amount: bigint | null) => (amount === null ? null : amountToJson(amount))

/** What everybody who may read a freeze is told of it. */
export function toldOf(row: FreezeRow, appeals: readonly AppealRow[]) {
  const { id, kind, subjectId, ownerId, currency, reason, note, basis, reference, aboutId } = row
  const { isOrder, laws, ownRule } = basisRules[basis]
  const shortfall = row.amount === null ? null : row.askedAmount! - row.amount
  return {
    ...{ id, kind, subjectId, ownerId, currency, reason, note, basis, isOrder, ownRule, reference, aboutId },
    laws: laws.map(({ law, number, subject }) => ({ law, number, subject })),
    amount: fenOrNull(row.amount),
    askedAmount: fenOrNull(row.askedAmount),
    paidOut: row.amount === null ? null : amountToJson(row.paidOut),
    left: row.amount === null ? null : amountToJson(row.releasedAt === null ? leftFrozen(row) : 0n),
    shortfall: fenOrNull(shortfall),
    since: toIso(row.since),
    until: toIso(row.until),
    releasedAt: isoOrNull(row.releasedAt),
    releaseReason: row.releaseReason,
    releaseNote: row.releaseNote,
    appealsLeft: row.releasedAt === null ? Math.max(0, appealsMax - appeals.length) : 0,
  }
}

/** An objection, without who of the staff answered it. */
export function shownAppeal({ appealNo, text, at, outcome, answer, answeredAt }: AppealRow) {
  return { no: appealNo, text, at: toIso(at), outcome, answer, answeredAt: isoOrNull(answeredAt) }
}

/** The objections to these freezes, by the freeze. */
export async function appealsOf(tx: Tx, rows: readonly FreezeRow[]): Promise<Map<string, AppealRow[]>> {
  const subjectIds = [...new Set(rows.map(({ subjectId }) => subjectId))]
  const freezeIds = rows.map(({ id }) => id)
  return Map.groupBy(await tx.run(appealsOfFreezes, subjectIds, freezeIds), ({ freezeId }) => freezeId)
}

/** Freezes as whose money it is reads them. */
export async function showFreezes(
  tx: Tx,
  rows: readonly FreezeRow[],
): Promise<Map<FreezeRow, Static<typeof FreezeSchema>>> {
  const appeals = await appealsOf(tx, rows)
  return new Map(
    rows.map((row) => {
      const own = appeals.get(row.id) ?? []
      return [row, { ...toldOf(row, own), appeals: own.map(shownAppeal) }]
    }),
  )
}
