/** Groups: made and changed by their members and by the operator; to everyone else they are not there. */

import { Type } from 'typebox'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, PageOf, PageQuery } from '../http/schemas.ts'
import { joinGroup, leaveGroup, renameGroup } from './change-group.ts'
import { createGroup } from './create-group.ts'
import {
  GroupMemberSchema,
  GroupSchema,
  knownOf,
  showGroup,
  showKnown,
  showPresent,
} from './groups.schemas.ts'
import { listOwnGroups, listPresent, seeGroup } from './read-groups.ts'
import { cardsOf } from './members.ts'
import { NameInput } from './people.schemas.ts'

const memberIdsMax = 500
const MemberIdsSchema = Type.Array(IdSchema('member'), { maxItems: memberIdsMax })

const byId = closed({ id: IdSchema('group') })
const tags = ['groups']

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/groups',
    name: 'listGroups',
    summary: 'List the groups one is in, latest joined first',
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(GroupSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listOwnGroups(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const known = await knownOf(
          tx,
          rows.map((row) => row.group.id),
          caller,
        )
        return pageReply(
          query,
          rows,
          (row) => showKnown(row.group, known),
          (row) => [row.since, row.group.id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/groups/{id}',
    name: 'getGroup',
    summary: 'Read a group',
    tags,
    callers: ['operator:groups:read', 'member'],
    params: byId,
    reply: GroupSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) =>
        showGroup(tx, await seeGroup(tx, { groupId: params.id, by: caller }), caller),
      ),
  }),
  route({
    method: 'GET',
    path: '/v1/groups/{id}/members',
    name: 'listGroupMembers',
    summary: 'List who is in a group now, in the order they came',
    tags,
    callers: ['operator:groups:read', 'member'],
    params: byId,
    query: PageQuery,
    reply: PageOf(GroupMemberSchema),
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params, query }) =>
      ctx.db.snapshot(async (tx) => {
        const group = await seeGroup(tx, { groupId: params.id, by: caller })
        const rows = await listPresent(tx, group.id, placeOf(query.cursor), rowsFor(query))
        const cards = await cardsOf(
          tx,
          rows.map((row) => row.memberId),
        )
        return pageReply(
          query,
          rows,
          (row) => showPresent(row, cards),
          (row) => [row.since, row.memberId],
        )
      }),
  }),
]

const writeRoutes = [
  route({
    method: 'POST',
    path: '/v1/groups',
    name: 'createGroup',
    summary: 'Create a group',
    description: 'A member who creates a group is in it; the others named are in it from the same moment.',
    tags,
    callers: ['operator:groups:write', 'member'],
    body: closed({ name: NameInput, memberIds: Type.Optional(MemberIdsSchema) }),
    reply: GroupSchema,
    status: 201,
    refusals: ['member_unknown', 'recipient_blocked'],
    handle: async ({ tx, caller, body, remember }) => {
      const group = await createGroup(tx, { name: body.name, memberIds: body.memberIds ?? [], by: caller })
      remember(group.id)
      return showGroup(tx, group, caller)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/groups/{id}',
    name: 'renameGroup',
    summary: 'Give a group another name',
    tags,
    callers: ['operator:groups:write', 'member'],
    params: byId,
    body: closed({ name: NameInput }),
    reply: GroupSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params, body }) =>
      showGroup(tx, await renameGroup(tx, { groupId: params.id, name: body.name, by: caller }), caller),
  }),
  route({
    method: 'POST',
    path: '/v1/groups/{id}/members',
    name: 'joinGroup',
    summary: 'Bring members into a group',
    description:
      'Those who are in it already stay as they are. Whoever joins can claim what is sent from then on.',
    tags,
    callers: ['operator:groups:write', 'member'],
    params: byId,
    body: closed({ memberIds: Type.Array(IdSchema('member'), { minItems: 1, maxItems: memberIdsMax }) }),
    reply: closed({ group: GroupSchema, joinedIds: Type.Array(IdSchema('member')) }),
    refusals: ['not_found', 'member_unknown', 'recipient_blocked'],
    handle: async ({ tx, caller, params, body }) => {
      const { group, joinedIds } = await joinGroup(tx, {
        groupId: params.id,
        memberIds: body.memberIds,
        by: caller,
      })
      return { group: await showGroup(tx, group, caller), joinedIds }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/groups/{id}/members/{memberId}',
    name: 'leaveGroup',
    summary: 'Leave a group, or take a member out of it',
    description:
      'A member ends only their own stay; the operator anyone’s. What was sent before can still be claimed.',
    tags,
    callers: ['operator:groups:write', 'member'],
    params: closed({ id: IdSchema('group'), memberId: IdSchema('member') }),
    reply: GroupSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) =>
      showGroup(
        tx,
        await leaveGroup(tx, { groupId: params.id, memberId: params.memberId, by: caller }),
        caller,
      ),
  }),
]

export const groupRoutes: readonly Route[] = [...readRoutes, ...writeRoutes]
