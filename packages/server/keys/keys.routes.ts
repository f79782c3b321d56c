/** Operators' keys over HTTP. A key's token is in one reply only. */

import { Type } from 'typebox'
import { decideGrant, overlapDefaultMs, overlapMaxMs } from '@laisee/core/credential.ts'
import { fromIso, secondMs, toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
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
  oneOf,
  PageOf,
  PageQuery,
} from '../http/schemas.ts'
import { createKey } from './create-key.ts'
import { pageOfKeys, readKeyRow, type KeyRow } from './keys.sql.ts'
import { revokeKey } from './revoke-key.ts'
import { rotateKey } from './rotate-key.ts'
import { isScope, scopes } from './scopes.ts'

const tags = ['keys'] as const
const params = closed({ id: IdSchema('key') })
const lastMoment = '9999-12-31T23:59:59.999Z'

const ScopesSchema = Type.Array(oneOf(scopes), {
  minItems: 1,
  maxItems: scopes.length,
  uniqueItems: true,
  description: 'What the key may do.',
})
const TokenSchema = Type.String({
  description: 'The token, `Authorization: Bearer …`. It is shown here only; a hash is kept.',
})

const KeySchema = named('ApiKey', 'An operator’s key, without its secret.', {
  id: IdSchema('key'),
  name: Type.String(),
  scopes: Type.Array(oneOf(scopes)),
  demo: Type.Boolean({ description: 'Made in a demo world; refused in production.' }),
  createdAt: MomentSchema,
  expiresAt: nullable(MomentSchema),
  revokedAt: nullable(MomentSchema),
  previousUntil: nullable(MomentSchema),
})

function shownKey(row: KeyRow) {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes.filter(isScope),
    demo: row.demo,
    createdAt: toIso(row.createdAt),
    expiresAt: isoOrNull(row.expiresAt),
    revokedAt: isoOrNull(row.revokedAt),
    previousUntil: isoOrNull(row.previousUntil),
  }
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at)
}

export const keyRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/keys',
    name: 'createKey',
    summary: 'Make an operator’s key',
    description: 'Nobody hands on a scope they do not hold: that is `forbidden`.',
    tags,
    callers: ['operator:keys:write'],
    body: closed({
      name: NameSchema(100),
      scopes: ScopesSchema,
      expiresAt: Type.Optional(nullable(MomentSchema)),
    }),
    reply: closed({ id: IdSchema('key'), token: TokenSchema, createdAt: MomentSchema }),
    status: 201,
    refusals: [],
    showsSecret: true,
    async handle({ tx, ctx, caller, body }) {
      orThrow(decideGrant(caller.scopes, body.scopes))
      const expiresAt = body.expiresAt ? fromIso(body.expiresAt)! : null
      const made = await createKey(tx, ctx, {
        name: body.name,
        scopes: body.scopes,
        expiresAt,
        by: caller.keyId,
      })
      return { ...made, createdAt: toIso(made.createdAt) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/keys',
    name: 'listKeys',
    summary: 'Operators’ keys, newest first',
    tags,
    callers: ['operator:keys:read'],
    query: PageQuery,
    reply: PageOf(KeySchema),
    refusals: [],
    async handle({ ctx, query }) {
      const place = placeOf(query.cursor)
      const before = place ? toIso(place.at) : lastMoment
      const rows = await ctx.db.run(pageOfKeys, before, place?.id ?? '', rowsFor(query))
      return pageReply(query, rows, shownKey, (row) => [row.createdAt, row.id])
    },
  }),
  route({
    method: 'GET',
    path: '/v1/keys/{id}',
    name: 'readKey',
    summary: 'One operator’s key',
    tags,
    callers: ['operator:keys:read'],
    params,
    reply: KeySchema,
    refusals: ['not_found'],
    async handle({ ctx, params: { id } }) {
      const [row] = await ctx.db.run(readKeyRow, id)
      if (!row) throw new RefusalError(refuse('not_found'))
      return shownKey(row)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/keys/{id}/rotate',
    name: 'rotateKey',
    summary: 'Give a key a new secret',
    description:
      'The secret before goes on for the overlap, so that its users can change over; with 0 it ends at once.',
    tags,
    callers: ['operator:keys:write'],
    params,
    body: closed({
      overlapS: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: overlapMaxMs / secondMs,
          description: `Seconds; ${overlapDefaultMs / secondMs} where it is not said.`,
        }),
      ),
    }),
    reply: closed({ id: IdSchema('key'), token: TokenSchema, previousUntil: nullable(MomentSchema) }),
    refusals: ['not_found', 'already_revoked'],
    showsSecret: true,
    async handle({ tx, caller, params: { id }, body }) {
      const overlapMs = body.overlapS === undefined ? overlapDefaultMs : body.overlapS * secondMs
      const rotated = await rotateKey(tx, { keyId: id, overlapMs, held: caller.scopes, by: caller.keyId })
      return { ...rotated, previousUntil: isoOrNull(rotated.previousUntil) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/keys/{id}',
    name: 'revokeKey',
    summary: 'End a key',
    description: 'No server takes it five seconds later.',
    tags,
    callers: ['operator:keys:write'],
    params,
    reply: NoContent,
    status: 204,
    refusals: ['not_found', 'already_revoked'],
    async handle({ tx, caller, params: { id } }) {
      await revokeKey(tx, { keyId: id, by: caller.keyId })
      return null
    },
  }),
]
