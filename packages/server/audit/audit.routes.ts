/** The audit over the API: every check, with the first things that differ, while traffic runs. */

import { Type } from 'typebox'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named } from '../http/schemas.ts'
import { auditEverything } from './audit.ts'

const DifferenceSchema = closed({
  about: Type.String({ description: 'The account, packet, transfer or source it is about.' }),
  says: Type.String(),
})

const AuditSchema = named(
  'AuditReport',
  'Whether every fen is accounted for, check by check, in one snapshot.',
  {
    at: MomentSchema,
    ok: Type.Boolean(),
    checks: Type.Array(
      closed({
        check: Type.String(),
        promise: Type.String({ description: 'What is true while the check is ok.' }),
        ok: Type.Boolean(),
        looked: Type.Integer({ minimum: 0 }),
        different: Type.Integer({ minimum: 0 }),
        differences: Type.Array(DifferenceSchema, { description: 'The first of those that differ.' }),
      }),
    ),
  },
)

export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/audit',
    name: 'audit',
    summary: 'Account for every fen while traffic runs',
    tags: ['audit'],
    callers: ['operator:audit:read'],
    reply: AuditSchema,
    refusals: [],
    handle: ({ ctx }) => auditEverything(ctx.db),
  }),
]
