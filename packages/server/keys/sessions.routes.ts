/** Members' sessions over HTTP: minted by an operator, ended by an operator or the member. */

import { Type } from 'typebox'
import { actorName } from '@laisee/core/actor.ts'
import { sessionDefaultMs, sessionMaxMs, sessionMinMs } from '@laisee/core/credential.ts'
import { secondMs, toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { MemberCaller, OperatorCaller } from '../http/caller.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import {
  closed,
  IdSchema,
  MomentSchema,
  named,
  NoContent,
  nullable,
  PageOf,
  PageQuery,
} from '../http/schemas.ts'
import { isMember } from '../people/members.ts'
import { mintSession } from './mint-session.ts'
import { revokeSession } from './revoke-session.ts'
import { pageOfSessions, type SessionRow } from './sessions.sql.ts'
import { signOut } from './sign-out.ts'

const tags = ['sessions'] as const
const params = closed({ id: IdSchema('member') })
const lastMoment = '9999-12-31T23:59:59.999Z'

const SessionSchema = named('Session', 'A member’s session, without its secret.', {
  id: IdSchema('session'),
  memberId: IdSchema('member'),
  demo: Type.Boolean({ description: 'Made in a demo world; refused in production.' }),
  createdAt: MomentSchema,
  expiresAt: MomentSchema,
  revokedAt: nullable(MomentSchema),
  hostId: nullable(
    IdSchema(
      'host',
      'Whose token was exchanged for it: it is good only while that host application speaks for the member.',
    ),
  ),
})

function shownSession(row: SessionRow) {
  return {
    id: row.id,
    memberId: row.memberId,
    demo: row.demo,
    createdAt: toIso(row.createdAt),
    expiresAt: toIso(row.expiresAt),
    revokedAt: row.revokedAt === null ? null : toIso(row.revokedAt),
    hostId: row.hostId,
  }
}

/** A member reaches their own sessions only; anyone else's are not there. */
function failUnlessTheirs(caller: MemberCaller | OperatorCaller, memberId: string): void {
  if (caller.kind === 'member' && caller.memberId !== memberId) throw new RefusalError(refuse('not_found'))
}

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/members/{id}/sessions',
    name: 'mintSession',
    summary: 'Mint a session for a member',
    description: 'The token in the reply is what the member calls with. It is shown here only.',
    tags,
    callers: ['operator:sessions:write'],
    params,
    body: closed({
      lifetimeS: Type.Optional(
        Type.Integer({
          minimum: sessionMinMs / secondMs,
          maximum: sessionMaxMs / secondMs,
          description: `Seconds; ${sessionDefaultMs / secondMs} where it is not said.`,
        }),
      ),
    }),
    reply: closed({
      id: IdSchema('session'),
      token: Type.String({
        description: 'The token, `Authorization: Bearer …`. It is shown here only; a hash is kept.',
      }),
      createdAt: MomentSchema,
      expiresAt: MomentSchema,
    }),
    status: 201,
    refusals: ['not_found'],
    showsSecret: true,
    async handle({ tx, ctx, caller, params: { id }, body }) {
      const lifetimeMs = body.lifetimeS === undefined ? sessionDefaultMs : body.lifetimeS * secondMs
      const session = await mintSession(tx, ctx, { memberId: id, lifetimeMs, by: actorName(caller) })
      return { ...session, createdAt: toIso(session.createdAt), expiresAt: toIso(session.expiresAt) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}/sessions',
    name: 'listSessions',
    summary: 'A member’s sessions, newest first',
    tags,
    callers: ['member', 'operator:sessions:read'],
    params,
    query: PageQuery,
    reply: PageOf(SessionSchema),
    refusals: ['not_found'],
    async handle({ ctx, caller, params: { id }, query }) {
      failUnlessTheirs(caller, id)
      const place = placeOf(query.cursor)
      const rows = await ctx.db.snapshot(async (tx) => {
        if (!(await isMember(tx, id))) throw new RefusalError(refuse('not_found'))
        return tx.run(
          pageOfSessions,
          id,
          place ? toIso(place.at) : lastMoment,
          place?.id ?? '',
          rowsFor(query),
        )
      })
      return pageReply(query, rows, shownSession, (row) => [row.createdAt, row.id])
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/members/{id}/sessions/{sessionId}',
    name: 'revokeSession',
    summary: 'End one session',
    description: 'No server takes it five seconds later.',
    tags,
    callers: ['member', 'operator:sessions:write'],
    params: closed({ id: IdSchema('member'), sessionId: IdSchema('session') }),
    reply: NoContent,
    status: 204,
    refusals: ['not_found', 'already_revoked'],
    async handle({ tx, caller, params: { id, sessionId } }) {
      failUnlessTheirs(caller, id)
      await revokeSession(tx, { memberId: id, sessionId, by: actorName(caller) })
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/v1/members/{id}/sign-out',
    name: 'signOutMember',
    summary: 'Sign a member out everywhere',
    description:
      'Ends every session, every token a host application signed for the member until now, this caller’s own among them, and every sign-in link nobody has used.',
    tags,
    callers: ['member', 'operator:sessions:write'],
    params,
    reply: closed({
      at: MomentSchema,
      sessionCount: Type.Integer({ minimum: 0, description: 'The sessions that ended by it.' }),
    }),
    refusals: ['not_found'],
    async handle({ tx, caller, params: { id } }) {
      failUnlessTheirs(caller, id)
      const { at, sessionCount } = await signOut(tx, { memberId: id, by: actorName(caller) })
      return { at: toIso(at), sessionCount }
    },
  }),
]
