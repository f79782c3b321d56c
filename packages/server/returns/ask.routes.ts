/** Asking back over the API, of a packet’s claimers or a transfer’s payee. */

import { Type } from 'typebox'
import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { closed } from '../http/schemas.ts'
import { askReturns, type AskReturns } from './ask-returns.ts'
import { previewReturns } from './preview-returns.ts'
import { ReturnPreviewSchema, showPreview } from './preview.schemas.ts'
import { requestsAbout } from './read-requests.ts'
import { deliverRequests } from './receipts.ts'
import {
  askOf,
  AskPacketBody,
  AskTransferBody,
  PacketSourceParams,
  TransferSourceParams,
} from './returns.schemas.ts'
import { AskedReturnsSchema, ReturnRequestSchema, showRequests } from './show-request.schemas.ts'

const tags = ['returns']

const askRefusals: RefusalCode[] = [
  'not_found',
  'role_missing',
  'self_not_allowed',
  'recipient_blocked',
  'sender_still_there',
  'return_due_out_of_bounds',
  'nothing_to_return',
  'already_given_back',
  'return_above_left',
  'already_asked_back',
  'return_declined',
  'asked_back_enough',
  'return_text_refused',
  'instalments_agreed',
]

const askDescription = [
  'Each recipient is asked for themselves and answers for themselves; nobody else hears of it. One request is open for',
  'each share. Of several, those who cannot be asked are named in `notAsked`. A text that threatens, invents, names',
  'another account or has blanks left is refused; where none is given it is written from the facts. What was sent on behalf of',
  'an organisation by somebody who has left it is asked back by its administrators, and goes back to it.',
].join('\n')

async function asked(tx: Tx, ask: AskReturns) {
  const { requests, notAsked } = await askReturns(tx, ask)
  return {
    requests: await showRequests(tx, requests, ask.memberId),
    notAsked: notAsked.map(({ memberId, refusal }) => ({ memberId, code: refusal.code })),
  }
}

const previewed = (ctx: Context, ask: AskReturns) =>
  ctx.db.snapshot(async (tx) => showPreview(tx, await previewReturns(tx, ask)))

async function listed(ctx: Context, sourceId: string, memberId: string) {
  const rows = await ctx.db.snapshot((tx) => requestsAbout(tx, sourceId, memberId))
  await deliverRequests(ctx.db, memberId, rows)
  return ctx.db.snapshot(async (tx) => {
    const requests = await requestsAbout(tx, sourceId, memberId)
    return { requests: await showRequests(tx, requests, memberId) }
  })
}

const list = closed({ requests: Type.Array(ReturnRequestSchema) })

const packetRoutes = [
  route({
    method: 'POST',
    path: '/v1/packets/{id}/return-requests',
    name: 'askPacketReturns',
    summary: 'Ask those who have a share of one’s packet to give it back: some, or everybody',
    description: askDescription,
    tags,
    callers: ['member'],
    params: PacketSourceParams,
    body: AskPacketBody,
    reply: AskedReturnsSchema,
    status: 201,
    refusals: askRefusals,
    handle: ({ tx, caller: { memberId }, params, body }) =>
      asked(tx, askOf(body, { sourceId: params.id, memberId }, body.recipientIds ?? null)),
  }),
  route({
    method: 'POST',
    path: '/v1/packets/{id}/return-requests/preview',
    name: 'previewPacketReturns',
    summary: 'See whom of a packet one would ask back, for how much and in which words',
    tags,
    callers: ['member'],
    params: PacketSourceParams,
    body: AskPacketBody,
    reply: ReturnPreviewSchema,
    refusals: [
      'not_found',
      'role_missing',
      'sender_still_there',
      'return_due_out_of_bounds',
      'nothing_to_return',
    ],
    idempotent: 'read',
    handle: ({ ctx, caller: { memberId }, params, body }) =>
      previewed(ctx, askOf(body, { sourceId: params.id, memberId }, body.recipientIds ?? null)),
  }),
  route({
    method: 'GET',
    path: '/v1/packets/{id}/return-requests',
    name: 'listPacketReturns',
    summary: 'The return requests about a packet that the caller may see',
    tags,
    callers: ['member'],
    params: PacketSourceParams,
    reply: list,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) => listed(ctx, params.id, caller.memberId),
  }),
]

const transferRoutes = [
  route({
    method: 'POST',
    path: '/v1/transfers/{id}/return-requests',
    name: 'askTransferReturn',
    summary: 'Ask the payee of one’s transfer to give it back',
    description: askDescription,
    tags,
    callers: ['member'],
    params: TransferSourceParams,
    body: AskTransferBody,
    reply: AskedReturnsSchema,
    status: 201,
    refusals: askRefusals.filter((code) => code !== 'self_not_allowed'),
    handle: ({ tx, caller: { memberId }, params, body }) =>
      asked(tx, askOf(body, { sourceId: params.id, memberId }, null)),
  }),
  route({
    method: 'POST',
    path: '/v1/transfers/{id}/return-requests/preview',
    name: 'previewTransferReturn',
    summary: 'See for how much and in which words one would ask a transfer back',
    tags,
    callers: ['member'],
    params: TransferSourceParams,
    body: AskTransferBody,
    reply: ReturnPreviewSchema,
    refusals: ['not_found', 'role_missing', 'sender_still_there', 'return_due_out_of_bounds'],
    idempotent: 'read',
    handle: ({ ctx, caller: { memberId }, params, body }) =>
      previewed(ctx, askOf(body, { sourceId: params.id, memberId }, null)),
  }),
  route({
    method: 'GET',
    path: '/v1/transfers/{id}/return-requests',
    name: 'listTransferReturns',
    summary: 'The return requests about a transfer, for its two',
    tags,
    callers: ['member'],
    params: TransferSourceParams,
    reply: list,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) => listed(ctx, params.id, caller.memberId),
  }),
]

export const askReturnRoutes: readonly Route[] = [...packetRoutes, ...transferRoutes]
