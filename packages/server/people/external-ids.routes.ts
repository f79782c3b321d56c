/** What a host application calls a member: set, looked up and taken away by the operator. */

import { externalIdLengthMax } from '@laisee/core/member.ts'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, NoContent, OutsideIdSchema } from '../http/schemas.ts'
import { findByExternalId, removeExternalId, setExternalId, type ExternalIdRow } from './external-ids.ts'

/** The body's shape of an external id, where one comes with a new member. */
export const ExternalIdNameSchema = closed({
  hostId: IdSchema('host'),
  externalId: OutsideIdSchema(externalIdLengthMax, 'What the host application calls this member: visible ASCII, compared byte by byte.'),
})

export const ExternalIdSchema = named('ExternalId', 'What a host application calls a member.', {
  hostId: IdSchema('host'),
  externalId: OutsideIdSchema(externalIdLengthMax),
  memberId: IdSchema('member'),
  createdAt: MomentSchema,
})

/** An external id as the API says it. */
export function showExternalId({ hostId, externalId, memberId, createdAt }: ExternalIdRow) {
  return { hostId, externalId, memberId, createdAt: toIso(createdAt) }
}

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
