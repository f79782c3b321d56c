/**
 * The service's word on a report: the operator's, or that of an agent who neither made it nor is meant by it. Its maker is
 * told what was found; the one it is about is not.
 */

import type { Actor } from '@laisee/core/actor.ts'
import { keptActor } from '@laisee/core/freeze.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideEndReport, type operatorOutcomes } from '@laisee/core/report.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { endReport, readReport, type ReportRow } from './reports.sql.ts'

export interface CloseReportAsk {
  aboutId: string
  reportId: string
  outcome: (typeof operatorOutcomes)[number]
  /** Kept for the service; nobody else reads it. */
  note: string
  by: Actor
}

/** Close a report as right, or as not. Refuses `report_closed` where it has ended already, `own_act` to a party. */
export async function closeReport(tx: Tx, ask: CloseReportAsk): Promise<ReportRow> {
  const { aboutId, reportId, outcome, note, by } = ask
  const before = await tx.one(readReport, aboutId, reportId)
  if (!before) throw new RefusalError(refuse('not_found'))
  await lockMember(tx, before.reporterId)
  const at = await tx.now(before.reportedAt)
  const report = await tx.one(readReport, aboutId, reportId)
  orThrow(decideEndReport(report!))
  if (by.kind === 'member' && (by.memberId === aboutId || by.memberId === before.reporterId))
    throw new RefusalError(refuse('own_act'))
  const ended = await tx.one(endReport, aboutId, reportId, outcome, toIso(at), keptActor(by), note)
  const data = { reportId, aboutId, outcome }
  await tellMember(tx, before.reporterId, { kind: 'report.closed', at, data })
  return ended!
}
