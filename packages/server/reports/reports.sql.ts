import type { Instant } from '@laisee/core/instant.ts'
import type { ReportOutcome, ReportReason } from '@laisee/core/report.ts'
import { statement } from '../db/statement.ts'

/** A report as its row stands. */
export interface ReportRow {
  id: string
  aboutId: string
  reporterId: string
  reason: ReportReason
  sendId: string | null
  note: string | null
  /** Whether the two had had to do with each other: only then it warns others. */
  hasDealings: boolean
  reportedAt: Instant
  closedAt: Instant | null
  outcome: ReportOutcome | null
  closingNote: string | null
}

const columns = `
  id, about_id, reporter_id, reason, send_id, note, has_dealings, reported_at, closed_at, outcome, closing_note`

export const insertReport = statement<
  [
    aboutId: string,
    id: string,
    reporterId: string,
    reason: ReportReason,
    sendId: string | null,
    note: string | null,
    hasDealings: boolean,
    at: string,
  ],
  ReportRow
>(
  'report_insert',
  `
  insert into report (about_id, id, reporter_id, reason, send_id, note, has_dealings, reported_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  returning ${columns}
  `,
)

export const readReport = statement<[aboutId: string, id: string], ReportRow>(
  'report_read',
  `select ${columns} from report where about_id = $1 and id = $2`,
)

export const openReportBy = statement<[aboutId: string, reporterId: string], ReportRow>(
  'report_open_by_member',
  `select ${columns} from report where about_id = $1 and reporter_id = $2 and closed_at is null`,
)

/** How many a member has made since a moment, taken back ones included. */
export const countReportsBy = statement<[reporterId: string, since: string], { reports: number }>(
  'report_count_by_member',
  `select count(*)::integer as reports from report where reporter_id = $1 and reported_at > $2`,
)

/** End one that is open; no row where it is not. */
export const endReport = statement<
  [aboutId: string, id: string, outcome: ReportOutcome, at: string, by: string, note: string | null],
  ReportRow
>(
  'report_end',
  `
  update report set outcome = $3, closed_at = $4, closed_by = $5, closing_note = $6
  where about_id = $1 and id = $2 and closed_at is null
  returning ${columns}
  `,
)

/** How many different members have reported each of these, in what still counts. */
export const countReporters = statement<
  [aboutIds: string[], since: string],
  { aboutId: string; reporters: number }
>(
  'report_count_of_these',
  `
  select about_id, count(distinct reporter_id)::integer as reporters
  from report
  where about_id = any($1::text[]) and has_dealings and (outcome is null or outcome = 'upheld') and reported_at > $2
  group by about_id
  `,
)

/** Open reports, or those that are closed, latest first from before a place; none about whoever reads them. */
export const pageOfReports = statement<
  [isOpen: boolean, before: string, beforeId: string, limit: number, readerId: string | null],
  ReportRow
>(
  'report_page',
  `
  select ${columns}
  from report
  where
    (closed_at is null) = $1
    and (reported_at, id) < ($2::timestamptz, $3)
    and about_id is distinct from $5
  order by reported_at desc, id desc
  limit $4
  `,
)
