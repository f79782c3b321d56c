/** Reports over the API: made and taken back by a member, read and closed by the operator and the service's staff. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, NoContent, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { holdStaff, onlyStaff } from '../organisations/house.ts'
import { closeReport } from './close-report.ts'
import { reportMember, withdrawReport } from './report-member.ts'
import {
  AboutParams,
  CloseReportBody,
  OwnReportSchema,
  ReportBody,
  ReportParams,
  ReportRecordSchema,
  showRecords,
  showReport,
} from './reports.schemas.ts'
import { openReportBy, pageOfReports } from './reports.sql.ts'

const tags = ['reports']

const memberRoutes = [
  route({
    method: 'POST',
    path: '/v1/members/{id}/reports',
    name: 'reportMember',
    summary: 'Report a member to the operator',
    description: [
      'The reported member is told neither that nor by whom. One is open per reporter and person. Where the two have had to',
      'do with each other it warns those who are about to pay that person, without saying who reported them.',
    ].join('\n'),
    tags,
    callers: ['member'],
    params: AboutParams,
    body: ReportBody,
    reply: OwnReportSchema,
    status: 201,
    refusals: ['not_found', 'member_unknown', 'self_not_allowed', 'already_reported', 'reports_max'],
    handle: async ({ tx, caller, params, body: { reason, about = null, note = null }, remember }) => {
      const pair = { reporterId: caller.memberId, aboutId: params.id }
      const row = await reportMember(tx, { ...pair, reason, sendId: about, note })
      remember(row.id)
      return showReport(row)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}/reports',
    name: 'readOwnReport',
    summary: 'One’s own open report about a member',
    tags,
    callers: ['member'],
    params: AboutParams,
    reply: OwnReportSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const row = await tx.one(openReportBy, params.id, caller.memberId)
        if (!row) throw new RefusalError(refuse('not_found'))
        return showReport(row)
      }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/members/{id}/reports',
    name: 'withdrawReport',
    summary: 'Take one’s open report about a member back',
    tags,
    callers: ['member'],
    params: AboutParams,
    reply: NoContent,
    status: 204,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => {
      await withdrawReport(tx, { reporterId: caller.memberId, aboutId: params.id })
      return null
    },
  }),
]

const readers = ['dispute_agent', 'auditor'] as const
const agents = ['dispute_agent'] as const

const staffRoutes = [
  route({
    method: 'GET',
    path: '/v1/reports',
    name: 'listReports',
    roles: readers,
    summary: 'List reports, latest first: open ones, or those that are closed',
    tags,
    callers: ['operator:reports:read', 'member'],
    query: closed({ state: Type.Optional(oneOf(['open', 'closed'])), ...pageFields }),
    reply: PageOf(ReportRecordSchema),
    refusals: ['role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        await onlyStaff(tx, caller, readers)
        const before = placeOf(query.cursor)
        const place = before ? ([toIso(before.at), before.id] as const) : (['infinity', ''] as const)
        // Nobody reads who reported them, whatever their office.
        const readerId = caller.kind === 'member' ? caller.memberId : null
        const rows = await tx.run(pageOfReports, query.state !== 'closed', ...place, rowsFor(query), readerId)
        const shown = await showRecords(tx, rows)
        return pageReply(
          query,
          rows,
          (row) => shown.get(row)!,
          (row) => [row.reportedAt, row.id],
        )
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/members/{id}/reports/{reportId}/close',
    name: 'closeReport',
    roles: agents,
    summary: 'Close a report: it was right, or it was not',
    description: 'Its maker is told. One that was not right no longer warns anybody.',
    tags,
    callers: ['operator:reports:write', 'member'],
    params: ReportParams,
    body: CloseReportBody,
    reply: ReportRecordSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'report_closed'],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const row = await closeReport(tx, {
        aboutId: params.id,
        reportId: params.reportId,
        ...body,
        by: caller,
      })
      return (await showRecords(tx, [row])).get(row)!
    },
  }),
]

export const reportRoutes: readonly Route[] = [...memberRoutes, ...staffRoutes]
