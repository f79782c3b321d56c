/** Disputes over the API, for the two sides: opened, answered, added to, taken back, appealed against. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { PageOf, PageQuery } from '../http/schemas.ts'
import { isStaff } from '../organisations/house.ts'
import { addDocument, appealDispute, stateInDispute, withdrawDispute } from './add-to-dispute.ts'
import {
  AddDocumentBody,
  DisputeParams,
  DisputeSchema,
  OpenDisputeBody,
  SayBody,
  showDispute,
} from './disputes.schemas.ts'
import { isSide } from './parties.ts'
import { openDispute } from './open.ts'
import { ownDisputes, readDispute, withFacts } from './read.ts'

const tags = ['disputes']
const readers = ['dispute_agent', 'auditor'] as const

const openRoutes = [
  route({
    method: 'POST',
    path: '/v1/disputes',
    name: 'openDispute',
    summary: 'Open a dispute about money that was claimed or has arrived',
    description: [
      'Say what happened: a mistake, a fraud, a theft of the account. The other side is told and heard. An agent of the service',
      'who has nothing to do with it decides, with reasons; each side may appeal once. Money moves by a decision only on legal',
      'ground; otherwise the service backs a return request.',
    ].join('\n'),
    tags,
    callers: ['member'],
    body: OpenDisputeBody,
    reply: DisputeSchema,
    status: 201,
    refusals: ['not_found', 'nothing_to_return', 'already_disputed'],
    handle: async ({ tx, caller, body, remember }) => {
      const { againstId = null, answers = [], ...rest } = body
      const made = await openDispute(tx, { ...rest, againstId, answers, memberId: caller.memberId })
      remember(made.dispute.id)
      return showDispute(made, caller.memberId)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/me/disputes',
    name: 'listMyDisputes',
    summary: 'One’s own disputes, on either side, latest first',
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(DisputeSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await ownDisputes(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const shown = new Map<string, ReturnType<typeof showDispute>>()
        for (const row of rows) shown.set(row.id, showDispute(await withFacts(tx, row), caller.memberId))
        return pageReply(
          query,
          rows,
          (row) => shown.get(row.id)!,
          (row) => [row.openedAt, row.id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/disputes/{id}',
    name: 'readDispute',
    summary: 'A dispute, for its two sides and the service’s staff',
    tags,
    callers: ['operator:disputes:read', 'member'],
    looksAtOthers: true,
    params: DisputeParams,
    reply: DisputeSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const seen = await readDispute(tx, params.id)
        if (caller.kind === 'member' && isSide(seen.dispute, caller.memberId))
          return showDispute(seen, caller.memberId)
        if (!(await isStaff(tx, caller, readers))) throw new RefusalError(refuse('not_found'))
        return showDispute(seen, null)
      }),
  }),
]

const sideRoutes = [
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/statements',
    name: 'stateInDispute',
    summary: 'Say how it was, as one of the two sides',
    tags,
    callers: ['member'],
    params: DisputeParams,
    body: SayBody,
    reply: DisputeSchema,
    refusals: ['not_found', 'dispute_over', 'dispute_full'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { disputeId: params.id, memberId: caller.memberId, text: body.text }
      return showDispute(await stateInDispute(tx, ask), caller.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/documents',
    name: 'addDisputeDocument',
    summary: 'Add a document that one has handed in',
    tags,
    callers: ['member'],
    params: DisputeParams,
    body: AddDocumentBody,
    reply: DisputeSchema,
    refusals: ['not_found', 'document_unknown', 'dispute_over', 'dispute_full'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { disputeId: params.id, memberId: caller.memberId, documentId: body.documentId }
      return showDispute(await addDocument(tx, ask), caller.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/withdraw',
    name: 'withdrawDispute',
    summary: 'Take one’s dispute back, before it is decided',
    tags,
    callers: ['member'],
    params: DisputeParams,
    reply: DisputeSchema,
    refusals: ['not_found', 'dispute_over'],
    handle: async ({ tx, caller, params }) => {
      const ask = { disputeId: params.id, memberId: caller.memberId }
      return showDispute(await withdrawDispute(tx, ask), caller.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/appeal',
    name: 'appealDispute',
    summary: 'Appeal against a decision, once and within a week: somebody else hears it',
    tags,
    callers: ['member'],
    params: DisputeParams,
    body: SayBody,
    reply: DisputeSchema,
    refusals: ['not_found', 'already_appealed', 'dispute_over', 'not_decided'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { disputeId: params.id, memberId: caller.memberId, text: body.text }
      return showDispute(await appealDispute(tx, ask), caller.memberId)
    },
  }),
]

export const disputeRoutes: readonly Route[] = [...openRoutes, ...sideRoutes]
