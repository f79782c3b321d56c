/** Forgetting a member over the API: the operator's, who makes sure who asks for it. */

import { toIso } from '@laisee/core/instant.ts'
import { openThings } from '@laisee/core/erasure.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named } from '../http/schemas.ts'
import { forgetMember } from './forget-member.ts'

export const forgetRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/members/{id}/forget',
    name: 'forgetMember',
    summary: 'Forget a member, for good',
    description: [
      'Who they are goes: name, photo, contacts, blocks, passkeys, ids of hosts, sessions, and what their own events',
      'told, with the salts of their leaves in the log. What their money did stays, under an id that names nobody.',
      `Refused as \`still_open\` while something is: \`open\` names it (${openThings.join(', ')}). Make sure who asks:`,
      'nobody can take it back.',
    ].join('\n'),
    tags: ['members'],
    callers: ['operator:members:write'],
    params: closed({ id: IdSchema('member') }),
    reply: named('ForgottenMember', 'That a member was forgotten.', {
      memberId: IdSchema('member'),
      forgottenAt: MomentSchema,
    }),
    refusals: ['not_found', 'already_forgotten', 'still_open'],
    async handle({ tx, caller, params: { id } }) {
      const { memberId, at } = await forgetMember(tx, { memberId: id, by: caller })
      return { memberId, forgottenAt: toIso(at) }
    },
  }),
]
