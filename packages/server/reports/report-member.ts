/** Reporting a member, and taking a report back. The one who is reported is told neither that, nor by whom. */

import { dayMs, toIso } from '@laisee/core/instant.ts'
import { refuseField } from '@laisee/core/field.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideReport, type ReportReason } from '@laisee/core/report.ts'
import type { Tx } from '../db/db.ts'
import { isMember, lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { haveDealt, isBetween, type Pair } from './dealings.ts'
import { countReportsBy, endReport, insertReport, openReportBy, type ReportRow } from './reports.sql.ts'

export interface ReportAsk extends Pair {
  reason: ReportReason
  /** The send it is about. */
  sendId: string | null
  note: string | null
}

/**
 * Report a member. It is kept whether or not the two have had to do with each other; only where they have does it warn
 * those who pay that person. Refuses `member_unknown`, `self_not_allowed`, `already_reported`, `reports_max`.
 */
export async function reportMember(tx: Tx, ask: ReportAsk): Promise<ReportRow> {
  const { reporterId, aboutId, reason, sendId } = ask
  await lockMember(tx, reporterId)
  const at = await tx.now()
  const facts = {
    reporterId,
    about: { id: aboutId, known: await isMember(tx, aboutId) },
    isOpen: (await tx.one(openReportBy, aboutId, reporterId)) !== undefined,
    lately: (await tx.one(countReportsBy, reporterId, toIso(at - dayMs)))!.reports,
  }
  orThrow(decideReport(facts))
  if (sendId !== null && !(await isBetween(tx, sendId, ask)))
    throw new RefusalError(refuseField('about', 'must be a packet or transfer between the two'))
  const hasDealings = await haveDealt(tx, ask, at)
  const note = ask.note?.trim() || null
  const id = tx.newId('report')
  const row = await tx.one(
    insertReport,
    aboutId,
    id,
    reporterId,
    reason,
    sendId,
    note,
    hasDealings,
    toIso(at),
  )
  await tellMember(tx, reporterId, { kind: 'report.made', at, data: { reportId: id, aboutId, reason } })
  return row!
}

/** Take one's own report back. Refuses `not_found` where none is open. */
export async function withdrawReport(tx: Tx, { reporterId, aboutId }: Pair): Promise<void> {
  await lockMember(tx, reporterId)
  const open = await tx.one(openReportBy, aboutId, reporterId)
  if (!open) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(open.reportedAt)
  const ended = await tx.one(endReport, aboutId, open.id, 'withdrawn', toIso(at), reporterId, null)
  if (!ended) throw new RefusalError(refuse('not_found'))
  await tellMember(tx, reporterId, { kind: 'report.withdrawn', at, data: { reportId: open.id, aboutId } })
}
