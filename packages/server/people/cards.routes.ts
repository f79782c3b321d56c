/** A member's card as other members see it; the shape is part of contacts and groups too. */

import { Type } from 'typebox'
import type { MemberCard } from '@laisee/core/member.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, named, nullable } from '../http/schemas.ts'
import { seeCard } from './see-card.ts'

export const CardSchema = named('MemberCard', 'What others may see of a member.', {
  id: IdSchema('member'),
  name: Type.String(),
  photoUrl: nullable(Type.String()),
})

/** A card, and nothing beside it. */
export function showCard({ id, name, photoUrl }: MemberCard): MemberCard {
  return { id, name, photoUrl }
}

export const cardRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/members/{id}/card',
    name: 'getMemberCard',
    summary: "See a member's card",
    description:
      'For oneself, for whoever is in the contacts of either side, and for those who are or were in one group at the same time. Anyone else is not found.',
    tags: ['members'],
    callers: ['member'],
    params: closed({ id: IdSchema('member') }),
    reply: CardSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) => ctx.db.snapshot(async (tx) => showCard(await seeCard(tx, caller.memberId, params.id))),
  }),
]
