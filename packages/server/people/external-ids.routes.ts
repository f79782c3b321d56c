/** What a host application calls a member: set, looked up and taken away by the operator. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, NoContent } from '../http/schemas.ts'
import { findByExternalId, removeExternalId, setExternalId } from './external-ids.ts'
import { ExternalIdNameSchema, ExternalIdSchema, showExternalId } from './people.schemas.ts'

const address = '/v1/hosts/{hostId}/members/{externalId}'
const tags = ['members']

export const externalIdRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: address,
    name: 'findMemberByExternalId',
    summary: 'Find the member a host application means',
    tags,
    callers: ['operator:members:read'],
    params: ExternalIdNameSchema,
    reply: ExternalIdSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, params }) =>
      ctx.db.snapshot(async (tx) => {
        const row = await findByExternalId(tx, params)
        if (!row) throw new RefusalError(refuse('not_found'))
        return showExternalId(row)
      }),
  }),
  route({
    method: 'PUT',
    path: address,
    name: 'setExternalId',
    summary: 'Give a member an external id',
    description: 'Asked again it changes nothing. To give the id to another member, take it away first.',
    tags,
    callers: ['operator:members:write'],
    params: ExternalIdNameSchema,
    body: closed({ memberId: IdSchema('member') }),
    reply: ExternalIdSchema,
    refusals: ['not_found', 'member_unknown', 'external_id_taken'],
    handle: async ({ tx, params, body }) => showExternalId(await setExternalId(tx, { ...params, ...body })),
  }),
  route({
    method: 'DELETE',
    path: address,
    name: 'removeExternalId',
    summary: 'Take an external id away',
    tags,
    callers: ['operator:members:write'],
    params: ExternalIdNameSchema,
    reply: NoContent,
    status: 204,
    refusals: ['not_found'],
    handle: async ({ tx, params }) => {
      await removeExternalId(tx, params)
      return null
    },
  }),
]
