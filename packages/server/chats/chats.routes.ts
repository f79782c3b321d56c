/** Conversations over the API: with whom, and what passed. */

import { fromIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decodeCursor } from '../http/cursor.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { PageOf, PageQuery } from '../http/schemas.ts'
import { ChatItemSchema, ChatParams, ChatSchema, showChat, showItem } from './chats.schemas.ts'
import { itemsOf } from './items.ts'
import { knowChatOrRefuse, listChats, seeChat, type ChatPlace } from './list-chats.ts'

const tags = ['chats']
const lastMoment = fromIso('9999-12-31T23:59:59.999Z')!

/** The place that a cursor of the list of chats names; undefined for the first page. */
function chatPlaceOf(cursor: string | undefined): ChatPlace | undefined {
  if (cursor === undefined) return undefined
  const [at, name, id] = decodeCursor(cursor, ['number', 'string', 'string']) as [number, string, string]
  if (Number.isInteger(at) && at >= 0 && at <= lastMoment) return { at, name, id }
  throw new RefusalError(
    refuse('invalid_request', { errors: [{ field: 'cursor', message: 'is not a cursor of this list' }] }),
  )
}

/** Show the rows one after the other: they share one connection. */
async function showEach<Row, Item>(rows: readonly Row[], show: (row: Row) => Promise<Item>) {
  const shown: { row: Row; item: Item }[] = []
  for (const row of rows) shown.push({ row, item: await show(row) })
  return shown
}

export const chatRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/chats',
    name: 'listChats',
    summary: 'The groups one is in, and the people one keeps or has exchanged something with, newest first',
    description:
      'By the moment of the newest packet or transfer that one may see; those without any come after, by name.',
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(ChatSchema),
    refusals: [],
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listChats(tx, caller.memberId, chatPlaceOf(query.cursor), rowsFor(query))
        const shown = await showEach(rows, ({ chat }) => showChat(tx, caller.memberId, chat))
        return pageReply(
          query,
          shown,
          ({ item }) => item,
          ({ row: { place } }) => [place.at, place.name, place.id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/chats/{chatId}',
    name: 'getChat',
    summary: 'One conversation, also one in which nothing has happened yet',
    tags,
    callers: ['member'],
    params: ChatParams,
    reply: ChatSchema,
    refusals: ['not_found'],
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) =>
        showChat(tx, caller.memberId, await seeChat(tx, caller.memberId, params.chatId)),
      ),
  }),
  route({
    method: 'GET',
    path: '/v1/chats/{chatId}/items',
    name: 'listChatItems',
    summary: 'What passed in a conversation, newest first',
    description: [
      'With a member: the direct and exclusive packets and those that name one of the two among several, and the',
      'transfers, either way. Of a group: the packets sent to it while the caller was in it. In order of delivery; what',
      'may still be undone, and what was, is there for its payer only. Packets by link are in no conversation.',
    ].join('\n'),
    tags,
    callers: ['member'],
    params: ChatParams,
    query: PageQuery,
    reply: PageOf(ChatItemSchema),
    refusals: ['not_found'],
    handle: ({ ctx, caller: { memberId }, params: { chatId }, query }) =>
      ctx.db.snapshot(async (tx) => {
        await knowChatOrRefuse(tx, memberId, chatId)
        const page = {
          viewerId: memberId,
          now: await tx.now(),
          from: placeOf(query.cursor),
          limit: rowsFor(query),
        }
        const shown = await showEach(await itemsOf(tx, chatId, page), (row) => showItem(tx, memberId, row))
        return pageReply(
          query,
          shown,
          ({ item }) => item,
          ({ row }) => [row.deliverAt, row.id],
        )
      }),
  }),
]
