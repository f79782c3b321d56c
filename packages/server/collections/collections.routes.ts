/** Collections over the API: asked by one member, paid or declined by each of the others for themselves. */

import { alertOnRefusal } from '../families/alert-on-send.ts'
import { guardAskOf } from '../guard/guard-fields.schemas.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { PageOf } from '../http/schemas.ts'
import { givenOf, oneStepUpAtATime } from '../passkeys/passkeys.schemas.ts'
import { transferSendRefusals } from '../transfers/send-refusals.ts'
import { transferJson, TransferSchema } from '../transfers/transfers.schemas.ts'
import { askCollection } from './ask-collection.ts'
import { closeCollection, declineShare, remindShare } from './change-collection.ts'
import {
  AskCollectionBody,
  collectionAskOf,
  collectionJson,
  CollectionParams,
  CollectionSchema,
  CollectionShareParams,
  CollectionsQuery,
  PayShareBody,
} from './collections.schemas.ts'
import { payShare } from './pay-share.ts'
import { listCollections, seeCollection } from './read-collections.ts'

const tags = ['collections']

export const collectionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/collections',
    name: 'askCollection',
    summary: 'Ask several people for an amount each',
    description: 'A request for money, never a gift. Nothing moves until somebody pays their share.',
    tags,
    callers: ['member'],
    body: AskCollectionBody,
    reply: CollectionSchema,
    status: 201,
    refusals: [
      'member_unknown',
      'group_unknown',
      'self_not_allowed',
      'recipient_blocked',
      'not_a_group_member',
      'collections_max',
      'amount_above_max',
    ],
    async handle({ tx, caller, body, remember }) {
      const seen = await askCollection(tx, collectionAskOf(body, caller.memberId))
      remember(seen.collection.id)
      return collectionJson(seen, caller.memberId)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/collections',
    name: 'listCollections',
    summary: 'What the caller has asked of others, or is asked for, newest first',
    tags,
    callers: ['member'],
    query: CollectionsQuery,
    reply: PageOf(CollectionSchema),
    refusals: [],
    handle({ ctx, caller: { memberId }, query }) {
      const { role } = query
      const from = placeOf(query.cursor)
      return ctx.db.snapshot(async (tx) => {
        const seen = await listCollections(tx, memberId, { role, from, limit: rowsFor(query) })
        const json = (one: (typeof seen)[number]) => collectionJson(one, memberId)
        return pageReply(query, seen, json, ({ collection }) => [collection.askedAt, collection.id])
      })
    },
  }),
  route({
    method: 'GET',
    path: '/v1/collections/{id}',
    name: 'readCollection',
    summary: 'A collection, for the one who asks and those who are asked',
    tags,
    callers: ['member'],
    params: CollectionParams,
    reply: CollectionSchema,
    refusals: ['not_found'],
    handle: ({ ctx, caller: { memberId }, params }) =>
      ctx.db.snapshot(async (tx) => collectionJson(await seeCollection(tx, memberId, params.id), memberId)),
  }),
  route({
    method: 'POST',
    path: '/v1/collections/{id}/pay',
    name: 'payCollectionShare',
    summary: 'Pay what one is asked for: a transfer to the one who asks, with its undo window',
    description: 'Where the transfer comes back, undone or refused, the share is asked again.',
    tags,
    callers: ['member'],
    params: CollectionParams,
    body: PayShareBody,
    reply: TransferSchema,
    status: 201,
    refusals: ['share_paid_already', 'collection_closed', ...transferSendRefusals],
    before: oneStepUpAtATime,
    onRefusal: alertOnRefusal,
    async handle({ tx, ctx, caller, params, body, remember }) {
      const transfer = await payShare(tx, {
        memberId: caller.memberId,
        collectionId: params.id,
        stepUp: givenOf(body.stepUp, ctx.site),
        guard: guardAskOf(body, ctx.guard),
      })
      remember(transfer.id)
      return transferJson({ transfer, now: transfer.changedAt }, caller.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/collections/{id}/decline',
    name: 'declineCollectionShare',
    summary: 'Say that one will not pay; nobody has to say why',
    tags,
    callers: ['member'],
    params: CollectionParams,
    reply: CollectionSchema,
    refusals: ['not_found', 'share_paid_already', 'already_declined', 'collection_closed'],
    async handle({ tx, caller: { memberId }, params }) {
      return collectionJson(await declineShare(tx, { memberId, collectionId: params.id }), memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/collections/{id}/shares/{memberId}/remind',
    name: 'remindCollectionShare',
    summary: 'Ask one member again: three times at most, a day apart, never in their quiet hours',
    tags,
    callers: ['member'],
    params: CollectionShareParams,
    reply: CollectionSchema,
    refusals: [
      'not_found',
      'recipient_blocked',
      'share_paid_already',
      'already_declined',
      'collection_closed',
      'recipient_quiet',
      'reminded_enough',
    ],
    async handle({ tx, caller: { memberId }, params: { id, memberId: remindedId } }) {
      const seen = await remindShare(tx, { memberId, collectionId: id, remindedId })
      return collectionJson(seen, memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/collections/{id}/close',
    name: 'closeCollection',
    summary: 'Ask nobody any more; what is on its way arrives all the same',
    tags,
    callers: ['member'],
    params: CollectionParams,
    reply: CollectionSchema,
    refusals: ['not_found', 'collection_closed'],
    async handle({ tx, caller: { memberId }, params }) {
      return collectionJson(await closeCollection(tx, { memberId, collectionId: params.id }), memberId)
    },
  }),
]
