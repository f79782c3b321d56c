/** Members: made, read and changed by the operator; read and changed by themselves. */

import { Type } from 'typebox'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, PageOf, PageQuery } from '../http/schemas.ts'
import { changeMember } from './change-member.ts'
import { createMember } from './create-member.ts'
import { externalIdsOf } from './external-ids.ts'
import { listMembers, readMember, type MemberRow } from './members.ts'
import {
  CardSchema,
  ExternalIdNameSchema,
  MemberRecordSchema,
  MemberSchema,
  NameInput,
  settings,
  showCard,
  showExternalId,
  showMember,
} from './people.schemas.ts'
import { seeCard } from './see-card.ts'

async function showRecord(tx: Tx, row: MemberRow) {
  return { ...showMember(row), externalIds: (await externalIdsOf(tx, row.id)).map(showExternalId) }
}

async function find(tx: Tx, memberId: string): Promise<MemberRow> {
  const member = await readMember(tx, memberId)
  if (!member) throw new RefusalError(refuse('not_found'))
  return member
}

const byId = closed({ id: IdSchema('member') })
const ChangeBody = closed({ name: Type.Optional(NameInput), ...settings })

const operatorRoutes = [
  route({
    method: 'POST',
    path: '/v1/members',
    name: 'createMember',
    summary: 'Create a member with an empty wallet',
    tags: ['members'],
    callers: ['operator:members:write'],
    body: closed({ name: NameInput, ...settings, external: Type.Optional(ExternalIdNameSchema) }),
    reply: MemberRecordSchema,
    status: 201,
    refusals: ['host_unknown', 'external_id_taken'],
    handle: async ({ tx, body, remember }) => {
      const member = await createMember(tx, body)
      remember(member.id)
      return showRecord(tx, member)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/members',
    name: 'listMembers',
    summary: 'List members, newest first',
    tags: ['members'],
    callers: ['operator:members:read'],
    query: PageQuery,
    reply: PageOf(MemberSchema),
    refusals: [],
    idempotent: 'read',
    handle: async ({ ctx, query }) => {
      const before = placeOf(query.cursor)
      const rows = await ctx.db.snapshot((tx) => listMembers(tx, before, rowsFor(query)))
      return pageReply(query, rows, showMember, (row) => [row.createdAt, row.id])
    },
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}',
    name: 'getMember',
    summary: 'Read a member',
    tags: ['members'],
    callers: ['operator:members:read'],
    params: byId,
    reply: MemberRecordSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, params }) => ctx.db.snapshot(async (tx) => showRecord(tx, await find(tx, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/v1/members/{id}',
    name: 'changeMember',
    summary: "Change a member's settings",
    tags: ['members'],
    callers: ['operator:members:write'],
    params: byId,
    body: ChangeBody,
    reply: MemberSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params, body }) =>
      showMember(await changeMember(tx, { memberId: params.id, by: caller, asked: body })),
  }),
]

const ownRoutes = [
  route({
    method: 'GET',
    path: '/v1/me',
    name: 'getMe',
    summary: 'Read oneself',
    tags: ['members'],
    callers: ['member'],
    reply: MemberSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller }) => ctx.db.snapshot(async (tx) => showMember(await find(tx, caller.memberId))),
  }),
  route({
    method: 'PATCH',
    path: '/v1/me',
    name: 'changeMe',
    summary: "Change one's own settings",
    tags: ['members'],
    callers: ['member'],
    body: ChangeBody,
    reply: MemberSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, body }) =>
      showMember(await changeMember(tx, { memberId: caller.memberId, by: caller, asked: body })),
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}/card',
    name: 'getMemberCard',
    summary: "See a member's card",
    description:
      'For oneself, for whoever is in the contacts of either side, and for those who are or were in one group at the same time. Anyone else is not found.',
    tags: ['members'],
    callers: ['member'],
    params: closed({ id: IdSchema('member') }),
    reply: CardSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => showCard(await seeCard(tx, caller.memberId, params.id))),
  }),
]

export const peopleRoutes: readonly Route[] = [...operatorRoutes, ...ownRoutes]
