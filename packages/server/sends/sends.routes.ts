/** What an organisation sent over the API: a search among it, and one send with everything that is known of it. */

import { sendReaders } from '@laisee/core/sends-on-behalf.ts'
import { SendIdSchema } from '../approvals/approvals.schemas.ts'
import { encodeCursor } from '../http/cursor.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, PageOf } from '../http/schemas.ts'
import { FullSendSchema, showFullSend } from './full-send.schemas.ts'
import { listSends } from './list-sends.ts'
import { readerOf } from './reader.ts'
import { seeSend } from './see-send.ts'
import { SendOnBehalfSchema, sendsAskOf, SendsParams, SendsQuery, showListed } from './sends.schemas.ts'

const tags = ['organisations']

export const sendsOnBehalfRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/sends',
    name: 'listSendsOnBehalf',
    roles: sendReaders,
    summary: 'What was sent on behalf of an organisation, newest first',
    description:
      'Administrators and auditors see all of it, senders and approvers what they sent themselves. A search by state or text may answer with fewer than asked for, or none, and a `nextCursor`: it has looked far enough for one request, and goes on from there.',
    tags,
    callers: ['member'],
    params: SendsParams,
    query: SendsQuery,
    reply: PageOf(SendOnBehalfSchema),
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id }, query }) =>
      ctx.db.snapshot(async (tx) => {
        const reader = await readerOf(tx, id, caller)
        const { found, cards, next } = await listSends(tx, sendsAskOf(id, query, reader))
        return {
          items: found.map((one) => showListed(one, cards)),
          nextCursor: next ? encodeCursor([next.at, next.id]) : null,
        }
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/sends/{sendId}',
    name: 'readSendOnBehalf',
    roles: sendReaders,
    summary:
      'One send of an organisation in full: what its sender confirmed, who approved, what happened since',
    tags,
    callers: ['member'],
    params: closed({ id: IdSchema('organisation'), sendId: SendIdSchema }),
    reply: FullSendSchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id, sendId } }) =>
      ctx.db.snapshot(async (tx) => {
        const reader = await readerOf(tx, id, caller)
        const seen = await seeSend(tx, { organisationId: id, sendId }, reader)
        return showFullSend(tx, seen, caller.memberId)
      }),
  }),
]
