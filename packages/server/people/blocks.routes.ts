/** Whom a member has blocked: theirs alone to read and to change. */

import { toIso } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, NoContent, PageOf, PageQuery } from '../http/schemas.ts'
import { blockMember, unblockMember } from './block-member.ts'
import { listBlocks } from './blocks.ts'
import type { BlockRow } from './blocks.sql.ts'
import { cardsOf } from './members.ts'
import { CardSchema, showCard } from './people.schemas.ts'

const BlockSchema = named('Block', 'A member from whom nothing more comes, and to whom nothing more goes.', {
  member: CardSchema,
  createdAt: MomentSchema,
})

function showBlock(row: BlockRow, cards: Map<string, MemberCard>) {
  return { member: showCard(cards.get(row.memberId)!), createdAt: toIso(row.createdAt) }
}

function idsIn(rows: readonly BlockRow[]): string[] {
  return rows.map((row) => row.memberId)
}

const byMember = closed({ memberId: IdSchema('member') })

export const blockRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/blocks',
    name: 'listBlocks',
    summary: 'List whom one has blocked, latest first',
    tags: ['contacts'],
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(BlockSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listBlocks(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const cards = await cardsOf(tx, idsIn(rows))
        return pageReply(
          query,
          rows,
          (row) => showBlock(row, cards),
          (row) => [row.createdAt, row.memberId],
        )
      }),
  }),
  route({
    method: 'PUT',
    path: '/v1/blocks/{memberId}',
    name: 'putBlock',
    summary: 'Block a member',
    description: 'They are not told. What was sent before stays sent. Asked again it changes nothing.',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    reply: BlockSchema,
    refusals: ['not_found', 'member_unknown', 'self_not_allowed'],
    handle: async ({ tx, caller, params }) => {
      const row = await blockMember(tx, { ownerId: caller.memberId, memberId: params.memberId })
      return showBlock(row, await cardsOf(tx, [row.memberId]))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/blocks/{memberId}',
    name: 'deleteBlock',
    summary: 'Lift a block',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    reply: NoContent,
    status: 204,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => {
      await unblockMember(tx, { ownerId: caller.memberId, memberId: params.memberId })
      return null
    },
  }),
]
