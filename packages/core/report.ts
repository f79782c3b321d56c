/**
 * Reports: a member says that another did them wrong. It warns whoever pays that person next, so it has to be hard to
 * use as a weapon: one that is open per reporter and person, ten a day at most, and counted only where the two have had
 * to do with each other. Who reported is known to the operator alone.
 */

import { decideSomeoneElse } from './contact.ts'
import { dayMs } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

export const reportReasons = ['scam', 'impersonation', 'harassment', 'gambling', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** How a report ends: its maker takes it back, or the operator finds that it was right or that it was not. */
export const reportOutcomes = ['withdrawn', 'upheld', 'dismissed'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]
export const operatorOutcomes = ['upheld', 'dismissed'] as const satisfies readonly ReportOutcome[]

export const reportNoteLengthMax = 500
/** A report warns others for this long, unless it is withdrawn or dismissed before. */
export const reportCountsMs = 180 * dayMs
export const reportsPerDayMax = 10

/** What is known before a report. */
export interface ReportFacts {
  reporterId: string
  about: { id: string; known: boolean }
  /** Whether the reporter has one open about this person. */
  isOpen: boolean
  /** How many they made in the last day. */
  lately: number
}

/** May this member report that one? */
export function decideReport({ reporterId, about, isOpen, lately }: ReportFacts): 'report' | Refusal {
  const other = decideSomeoneElse(reporterId, about)
  if (other) return other
  if (isOpen) return refuse('already_reported')
  return lately >= reportsPerDayMax ? refuse('reports_max', { max: reportsPerDayMax }) : 'report'
}

/** May a report be ended? Only one that is open. */
export function decideEndReport(report: { outcome: ReportOutcome | null }): 'end' | Refusal {
  return report.outcome === null ? 'end' : refuse('report_closed')
}
