/** Limits over the API: read and changed by whose they are, and by the operator and the service's staff. */

import { Type } from 'typebox'
import { ageBands } from '@laisee/core/age.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, oneOf } from '../http/schemas.ts'
import { holdStaff, seeAsStaff } from '../organisations/house.ts'
import { changeOwnLimits, setAgeBand, setLimits } from './change-limits.ts'
import { askedLimits, LimitsBody, LimitsSchema, showLimits } from './limits.schemas.ts'

const tags = ['limits']
const byId = closed({ id: IdSchema('member') })
const readers = ['administrator', 'auditor'] as const
const setters = ['administrator'] as const

export const limitRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/me/limits',
    name: 'getMyLimits',
    summary: 'One’s limits: what binds and why, what was counted, what is left, and when it starts again',
    tags,
    callers: ['member'],
    reply: LimitsSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller }) => ctx.db.snapshot((tx) => showLimits(tx, caller.memberId)),
  }),
  route({
    method: 'PUT',
    path: '/v1/me/limits',
    name: 'putMyLimits',
    summary: 'Change one’s own limits',
    description: [
      'A stricter limit holds at once, a looser one 24 hours later. What is not said stays as it is. Asked for again, a',
      'raise that waits keeps its moment; a stricter limit ends the wait.',
    ].join('\n'),
    tags,
    callers: ['member'],
    body: LimitsBody,
    reply: LimitsSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, body }) => {
      await changeOwnLimits(tx, caller.memberId, askedLimits(body))
      return showLimits(tx, caller.memberId)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}/limits',
    name: 'getMemberLimits',
    roles: readers,
    summary: 'A member’s limits',
    tags,
    callers: ['operator:limits:read', 'member'],
    params: byId,
    reply: LimitsSchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        await seeAsStaff(tx, caller, readers)
        return showLimits(tx, params.id)
      }),
  }),
  route({
    method: 'PUT',
    path: '/v1/members/{id}/limits',
    name: 'setMemberLimits',
    roles: setters,
    summary: 'Set the operator’s limits on a member, either way at once',
    description: 'What is not said stays as it is. The member is told. Nobody sets their own.',
    tags,
    callers: ['operator:limits:write', 'member'],
    params: byId,
    body: LimitsBody,
    reply: LimitsSchema,
    refusals: ['not_found', 'role_missing', 'own_act'],
    handle: async ({ tx, caller, params, body, requestId }) => {
      await holdStaff(tx, caller, setters)
      await setLimits(tx, { memberId: params.id, asked: askedLimits(body), by: caller, requestId })
      return showLimits(tx, params.id)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/members/{id}/age-band',
    name: 'setAgeBand',
    roles: setters,
    summary: 'Say how old a member is, as far as rules go by it',
    description: 'A minor’s days and nights are those of `timeZone` from then on. The member is told.',
    tags,
    callers: ['operator:limits:write', 'member'],
    params: byId,
    body: closed({
      band: oneOf(ageBands, '`teen` is 14 to 17, `child` under 14.'),
      timeZone: Type.Optional(
        Type.String({
          maxLength: 64,
          description:
            'An IANA time zone; where it is not said, the one kept already, or else the member’s own.',
        }),
      ),
    }),
    reply: LimitsSchema,
    refusals: ['not_found', 'role_missing', 'own_act'],
    handle: async ({ tx, caller, params, body, requestId }) => {
      await holdStaff(tx, caller, setters)
      const { band, timeZone = null } = body
      await setAgeBand(tx, { memberId: params.id, band, timeZone, by: caller, requestId })
      return showLimits(tx, params.id)
    },
  }),
]
