/** The recipient card over the API: whom money would go to, before it does. */

import { Type } from 'typebox'
import { relations } from '@laisee/core/contact.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { route, type Route } from '../http/route.ts'
import { AmountSchema, closed, IdSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { seeRecipient, type KnownMember, type Recipient } from './see-recipient.ts'

const SharedGroupSchema = named('SharedGroup', 'A group that both are in now.', {
  id: IdSchema('group'),
  name: Type.String(),
})

const shownOfAnyone = {
  memberId: IdSchema('member'),
  name: Type.String(),
  photoUrl: nullable(Type.String()),
  alias: nullable(Type.String()),
  relation: nullable(oneOf(relations)),
  lastPaidAt: nullable(MomentSchema),
  sharedGroups: Type.Array(SharedGroupSchema),
}

const LookAlikeSchema = named(
  'LookAlike',
  'Somebody else whom the caller sees by the same name.',
  shownOfAnyone,
)

const RecipientSchema = named('Recipient', 'A member as the one who would pay them knows them.', {
  ...shownOfAnyone,
  relationNote: nullable(Type.String()),
  isContact: Type.Boolean(),
  lastPaidAmount: nullable(AmountSchema),
  paidCount: Type.Integer({
    minimum: 0,
    description:
      'Direct and exclusive packets and transfers of the caller that reached them or are on their way; what came back does not count.',
  }),
  canPay: Type.Boolean({ description: 'False where a send would be refused as `recipient_blocked`.' }),
  lookAlikes: Type.Array(LookAlikeSchema, {
    description: 'Others among the caller’s contacts, conversations and groups with the same name or alias.',
  }),
})

const isoOrNull = (at: Instant | undefined) => (at === undefined ? null : toIso(at))

function showKnown({ card, contact, paid, sharedGroups }: KnownMember) {
  return {
    memberId: card.id,
    name: card.name,
    photoUrl: card.photoUrl,
    alias: contact?.alias ?? null,
    relation: contact?.relation ?? null,
    lastPaidAt: isoOrNull(paid?.lastAt),
    sharedGroups,
  }
}

function showRecipient(recipient: Recipient) {
  const { contact, paid, canPay, lookAlikes } = recipient
  return {
    ...showKnown(recipient),
    relationNote: contact?.relationNote ?? null,
    isContact: contact !== undefined,
    lastPaidAmount: paid ? amountToJson(paid.lastAmount) : null,
    paidCount: paid?.count ?? 0,
    canPay,
    lookAlikes: lookAlikes.map(showKnown),
  }
}

export const recipientRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/recipients/{memberId}',
    name: 'getRecipient',
    summary:
      'Whom money would go to: who they are to the caller, when they were last paid, and who looks alike',
    description:
      'For members the caller may know of: in the contacts of either side, in one group at the same time, now or once, or where something has passed between the two. Anyone else is not found.',
    tags: ['chats'],
    callers: ['member'],
    params: closed({ memberId: IdSchema('member') }),
    reply: RecipientSchema,
    refusals: ['not_found'],
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => showRecipient(await seeRecipient(tx, caller.memberId, params.memberId))),
  }),
]
