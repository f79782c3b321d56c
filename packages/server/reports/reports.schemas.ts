/** Reports as the API shows them: a member their own, the operator all of them with who made them. */

import { Type, type Static } from 'typebox'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { operatorOutcomes, reportNoteLengthMax, reportOutcomes, reportReasons } from '@laisee/core/report.ts'
import type { Tx } from '../db/db.ts'
import { closed, IdSchema, MomentSchema, named, nullable, oneOf, TextSchema } from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import type { ReportRow } from './reports.sql.ts'

const SendIdSchema = Type.String({
  pattern: '^(?:pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description: 'A packet or transfer between the two.',
})

export const AboutParams = closed({ id: IdSchema('member', 'Whom it is about.') })
export const ReportParams = closed({
  id: IdSchema('member', 'Whom it is about.'),
  reportId: IdSchema('report'),
})

export const ReportBody = closed({
  reason: oneOf(reportReasons),
  about: Type.Optional(nullable(SendIdSchema)),
  note: Type.Optional(nullable(TextSchema(reportNoteLengthMax, { description: 'For the operator alone.' }))),
})

export const CloseReportBody = closed({
  outcome: oneOf(operatorOutcomes, 'Whether it was right: one that was not no longer warns anybody.'),
  note: TextSchema(reportNoteLengthMax, { lengthMin: 1, description: 'Why; kept for the operator.' }),
})

const told = {
  id: IdSchema('report'),
  aboutId: IdSchema('member'),
  reason: oneOf(reportReasons),
  sendId: nullable(SendIdSchema),
  note: nullable(Type.String()),
  reportedAt: MomentSchema,
  closedAt: nullable(MomentSchema),
  outcome: nullable(oneOf(reportOutcomes)),
}

export const OwnReportSchema = named(
  'Report',
  'That one member reported another, as its maker reads it.',
  told,
)

export const ReportRecordSchema = named('ReportRecord', 'A report as the operator reads it.', {
  ...told,
  about: CardSchema,
  reporter: CardSchema,
  hasDealings: Type.Boolean({
    description: 'Whether the two had to do with each other before: only then it warns others.',
  }),
  closingNote: nullable(Type.String()),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

export function showReport(row: ReportRow): Static<typeof OwnReportSchema> {
  const { id, aboutId, reason, sendId, note, reportedAt, closedAt, outcome } = row
  const times = { reportedAt: toIso(reportedAt), closedAt: isoOrNull(closedAt) }
  return { id, aboutId, reason, sendId, note, ...times, outcome }
}

/** Reports with the cards of the two people of each. */
export async function showRecords(
  tx: Tx,
  rows: readonly ReportRow[],
): Promise<Map<ReportRow, Static<typeof ReportRecordSchema>>> {
  const cards = await cardsOf(
    tx,
    rows.flatMap(({ aboutId, reporterId }) => [aboutId, reporterId]),
  )
  return new Map(
    rows.map((row) => [
      row,
      {
        ...showReport(row),
        about: showCard(cards.get(row.aboutId)!),
        reporter: showCard(cards.get(row.reporterId)!),
        hasDealings: row.hasDealings,
        closingNote: row.closingNote,
      },
    ]),
  )
}
