/** Guardian links over the API: asked by one, agreed to by the other, ended by either. */

import { Type } from 'typebox'
import { guardianRoles } from '@laisee/core/guardian.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, named, oneOf } from '../http/schemas.ts'
import { acceptGuardian, askGuardian, endGuardian } from './change-guardian.ts'
import { GuardianSchema, showGuardians } from './guardians.schemas.ts'
import { guardiansOf, type GuardianRow } from './guardians.sql.ts'

const tags = ['guardians']
const byId = closed({ id: IdSchema('guardian') })

async function shown(tx: Tx, row: GuardianRow) {
  return (await showGuardians(tx, [row], await tx.now(row.changedAt)))[0]!
}

export const guardianRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/guardians',
    name: 'listGuardians',
    summary: 'Whom one looks after, who looks after oneself, and what waits for an answer',
    tags,
    callers: ['member'],
    reply: named('Guardians', 'Guardian links of a member, newest first.', {
      guarding: Type.Array(GuardianSchema),
      guardedBy: Type.Array(GuardianSchema),
    }),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller }) =>
      ctx.db.snapshot(async (tx) => {
        const now = await tx.now()
        const rows = await tx.run(guardiansOf, caller.memberId, toIso(now))
        const of = (side: 'guardianId' | 'protectedId') => rows.filter((row) => row[side] === caller.memberId)
        return {
          guarding: await showGuardians(tx, of('guardianId'), now),
          guardedBy: await showGuardians(tx, of('protectedId'), now),
        }
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/guardians',
    name: 'askGuardian',
    summary: 'Ask a member to be one’s guardian, or to be theirs',
    description: [
      'A guardian is told that a send was held, refused or asked about and how grave that is: no amount, no name.',
      'Nothing is told before the other has agreed; both are told of each alert, and either ends it at any time.',
    ].join('\n'),
    tags,
    callers: ['member'],
    body: closed({
      memberId: IdSchema('member'),
      as: oneOf(guardianRoles, 'What the caller would be.'),
    }),
    reply: GuardianSchema,
    status: 201,
    refusals: [
      'not_found',
      'member_unknown',
      'self_not_allowed',
      'recipient_blocked',
      'already_linked',
      'guardian_links_max',
    ],
    handle: async ({ tx, caller, body, remember }) => {
      const ask = { memberId: caller.memberId, otherId: body.memberId, as: body.as }
      const row = await askGuardian(tx, ask)
      remember(row.id)
      return shown(tx, row)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/guardians/{id}/accept',
    name: 'acceptGuardian',
    summary: 'Agree to a guardian link that the other has asked for',
    tags,
    callers: ['member'],
    params: byId,
    reply: GuardianSchema,
    refusals: ['not_found', 'guardian_links_max', 'invitation_over'],
    handle: async ({ tx, caller, params }) => shown(tx, await acceptGuardian(tx, params.id, caller.memberId)),
  }),
  route({
    method: 'DELETE',
    path: '/v1/guardians/{id}',
    name: 'endGuardian',
    summary: 'End a guardian link, or decline one: either of the two, at once',
    tags,
    callers: ['member'],
    params: byId,
    reply: GuardianSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => shown(tx, await endGuardian(tx, params.id, caller.memberId)),
  }),
]
