/** A return request over the API: seen, read and answered by its recipient, reminded of and withdrawn by who made it. */

import { Type } from 'typebox'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { declineReturn, remindReturn, withdrawReturn } from './answer-request.ts'
import { listRequests, returnSides, seeRequest } from './read-requests.ts'
import { deliverRequests, readReturn } from './receipts.ts'
import { returnAsked } from './return-claim.ts'
import { DeclineBody, RequestParams, ReturnBody } from './returns.schemas.ts'
import { ReturnRequestSchema, showRequest, showRequests } from './show-request.schemas.ts'

const tags = ['returns']
const callers = ['member'] as const

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/return-requests',
    name: 'listReturnRequests',
    summary: 'What one has asked back, or is asked to give back, newest first',
    description: 'What a recipient is shown here for the first time counts as delivered, and both are told.',
    tags,
    callers,
    query: closed({
      side: Type.Optional(oneOf(returnSides, '`received` where it is not said.')),
      ...pageFields,
    }),
    reply: PageOf(ReturnRequestSchema),
    refusals: [],
    idempotent: 'read',
    async handle({ ctx, caller: { memberId }, query }) {
      const from = placeOf(query.cursor)
      const ask = { side: query.side ?? 'received', from, limit: rowsFor(query) }
      const first = await ctx.db.snapshot((tx) => listRequests(tx, memberId, ask))
      await deliverRequests(ctx.db, memberId, first)
      return ctx.db.snapshot(async (tx) => {
        const rows = await listRequests(tx, memberId, ask)
        const shown = await showRequests(tx, rows, memberId)
        const byId = new Map(shown.map((request) => [request.id, request]))
        return pageReply(
          query,
          rows,
          (row) => byId.get(row.id)!,
          (row) => [row.askedAt, row.id],
        )
      })
    },
  }),
  route({
    method: 'GET',
    path: '/v1/return-requests/{id}',
    name: 'readReturnRequest',
    summary: 'A return request, for its two',
    tags,
    callers,
    params: RequestParams,
    reply: ReturnRequestSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    async handle({ ctx, caller: { memberId }, params }) {
      const seen = await ctx.db.snapshot((tx) => seeRequest(tx, params.id, memberId))
      await deliverRequests(ctx.db, memberId, [seen])
      return ctx.db.snapshot(async (tx) =>
        showRequest(tx, await seeRequest(tx, params.id, memberId), memberId),
      )
    },
  }),
]

const recipientRoutes = [
  route({
    method: 'POST',
    path: '/v1/return-requests/{id}/read',
    name: 'markReturnRequestRead',
    summary: 'Say that one has opened the request: both are told, once',
    tags,
    callers,
    params: RequestParams,
    reply: ReturnRequestSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      showRequest(tx, await readReturn(tx, { requestId: params.id, memberId }), memberId),
  }),
  route({
    method: 'POST',
    path: '/v1/return-requests/{id}/return',
    name: 'returnAsRequested',
    summary: 'Give back what is asked for, whole or in part, to the account it came from',
    description:
      'Nothing in the body can name another account. A part leaves the rest asked for until the last day to answer. A wallet that cannot pay is refused with why as `rejection`: AM04 no money, AC06 frozen.',
    tags,
    callers,
    params: RequestParams,
    body: ReturnBody,
    reply: ReturnRequestSchema,
    refusals: [
      'not_found',
      'nothing_to_return',
      'already_given_back',
      'return_above_left',
      'return_request_over',
      'instalments_agreed',
      'payer_forgotten',
      'wallet_frozen',
      'balance_too_low',
    ],
    async handle({ tx, caller: { memberId }, params, body }) {
      const amount = body.amount === undefined ? null : BigInt(body.amount)
      const { request } = await returnAsked(tx, { requestId: params.id, memberId, amount })
      return showRequest(tx, request, memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/return-requests/{id}/decline',
    name: 'declineReturnRequest',
    summary: 'Decline to give it back, with a reason',
    description:
      'It cannot be asked back again then. What one has declined can still be given back at any time.',
    tags,
    callers,
    params: RequestParams,
    body: DeclineBody,
    reply: ReturnRequestSchema,
    refusals: ['not_found', 'return_request_over', 'return_text_refused'],
    handle: async ({ tx, caller: { memberId }, params, body: { reason, note = null } }) =>
      showRequest(tx, await declineReturn(tx, { requestId: params.id, memberId, reason, note }), memberId),
  }),
]

const payerRoutes = [
  route({
    method: 'POST',
    path: '/v1/return-requests/{id}/remind',
    name: 'remindReturnRequest',
    summary: 'Remind the recipient: three times at most, a day apart, not in their quiet hours',
    tags,
    callers,
    params: RequestParams,
    reply: ReturnRequestSchema,
    refusals: ['not_found', 'recipient_blocked', 'return_request_over', 'recipient_quiet', 'reminded_enough'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      showRequest(tx, await remindReturn(tx, { requestId: params.id, memberId }), memberId),
  }),
  route({
    method: 'POST',
    path: '/v1/return-requests/{id}/withdraw',
    name: 'withdrawReturnRequest',
    summary: 'Withdraw one’s request; what came back stays',
    tags,
    callers,
    params: RequestParams,
    reply: ReturnRequestSchema,
    refusals: ['not_found', 'return_request_over'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      showRequest(tx, await withdrawReturn(tx, { requestId: params.id, memberId }), memberId),
  }),
]

export const returnRoutes: readonly Route[] = [...readRoutes, ...recipientRoutes, ...payerRoutes]
