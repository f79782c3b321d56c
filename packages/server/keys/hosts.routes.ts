/** Host applications over HTTP: who may sign tokens for members, with which public keys. */

import { Type, type Static } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { JSONWebKeySet } from 'jose'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import {
  closed,
  IdSchema,
  MomentSchema,
  named,
  NameSchema,
  NoContent,
  nullable,
  OutsideIdSchema,
  PageOf,
  PageQuery,
} from '../http/schemas.ts'
import { addHost, changeHost, removeHost } from './hosts.ts'
import { pageOfHosts, readHostRow, type HostRow } from './hosts.sql.ts'

const tags = ['hosts'] as const
const params = closed({ id: IdSchema('host') })
const lastMoment = '9999-12-31T23:59:59.999Z'

const part = Type.Optional(Type.String({ maxLength: 2_048, pattern: '^[A-Za-z0-9_-]+$' }))
const word = Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' }))

/** A public key as RFC 7517 writes it. Private parts (`d`, `p`, …) are unknown fields, and refused by name. */
const JwkSchema = named('PublicKey', 'A public key (JWK): Ed25519, P-256, or RSA of 2048 bits or more.', {
  kty: Type.String({ maxLength: 8 }),
  kid: word,
  alg: word,
  use: word,
  key_ops: Type.Optional(Type.Array(Type.Literal('verify'), { maxItems: 1 })),
  crv: word,
  x: part,
  y: part,
  n: part,
  e: part,
})

const JwksSchema = closed({ keys: Type.Array(JwkSchema, { minItems: 1, maxItems: 10 }) })

const terms = closed({
  name: NameSchema(100),
  issuer: OutsideIdSchema(256, 'The `iss` of the tokens it signs.'),
  jwks: JwksSchema,
})

const HostSchema = named('Host', 'An application that signs tokens for its own users.', {
  id: IdSchema('host'),
  name: Type.String(),
  issuer: Type.String(),
  jwks: JwksSchema,
  createdAt: MomentSchema,
  changedAt: MomentSchema,
  removedAt: nullable(MomentSchema),
})

function shownHost(row: HostRow): Static<typeof HostSchema> {
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    jwks: row.jwks as Static<typeof JwksSchema>,
    createdAt: toIso(row.createdAt),
    changedAt: toIso(row.changedAt),
    removedAt: row.revokedAt === null ? null : toIso(row.revokedAt),
  }
}

export const hostRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/hosts',
    name: 'addHost',
    summary: 'Register a host application',
    description:
      'Its tokens are JWTs: `iss` its issuer, `aud` `laisee`, `sub` its own id of a member, `iat`, and `exp` within a day.',
    tags,
    callers: ['operator:hosts:write'],
    body: terms,
    reply: HostSchema,
    status: 201,
    refusals: ['issuer_taken'],
    async handle({ tx, caller, body }) {
      return shownHost(await addHost(tx, { ...body, jwks: body.jwks as JSONWebKeySet, by: caller.keyId }))
    },
  }),
  route({
    method: 'GET',
    path: '/v1/hosts',
    name: 'listHosts',
    summary: 'Host applications, newest first',
    tags,
    callers: ['operator:hosts:read'],
    query: PageQuery,
    reply: PageOf(HostSchema),
    refusals: [],
    async handle({ ctx, query }) {
      const place = placeOf(query.cursor)
      const rows = await ctx.db.run(
        pageOfHosts,
        place ? toIso(place.at) : lastMoment,
        place?.id ?? '',
        rowsFor(query),
      )
      return pageReply(query, rows, shownHost, (row) => [row.createdAt, row.id])
    },
  }),
  route({
    method: 'GET',
    path: '/v1/hosts/{id}',
    name: 'readHost',
    summary: 'One host application',
    tags,
    callers: ['operator:hosts:read'],
    params,
    reply: HostSchema,
    refusals: ['not_found'],
    async handle({ ctx, params: { id } }) {
      const [row] = await ctx.db.run(readHostRow, id)
      if (!row) throw new RefusalError(refuse('not_found'))
      return shownHost(row)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/hosts/{id}',
    name: 'changeHost',
    summary: 'Replace a host’s name, issuer and keys',
    description: 'A token signed by a key that is gone is refused everywhere five seconds later.',
    tags,
    callers: ['operator:hosts:write'],
    params,
    body: terms,
    reply: HostSchema,
    refusals: ['not_found', 'issuer_taken', 'already_revoked'],
    async handle({ tx, caller, params: { id }, body }) {
      return shownHost(
        await changeHost(tx, { ...body, jwks: body.jwks as JSONWebKeySet, hostId: id, by: caller.keyId }),
      )
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/hosts/{id}',
    name: 'removeHost',
    summary: 'Remove a host application',
    description: 'None of its tokens is taken five seconds later. Its external ids stay, for the record.',
    tags,
    callers: ['operator:hosts:write'],
    params,
    reply: NoContent,
    status: 204,
    refusals: ['not_found', 'already_revoked'],
    async handle({ tx, caller, params: { id } }) {
      await removeHost(tx, { hostId: id, by: caller.keyId })
      return null
    },
  }),
]
