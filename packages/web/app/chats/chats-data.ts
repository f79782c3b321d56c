/** Conversations as this member has them: with whom, and what passed. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import { idOf } from './stream-of.ts'

export type Chat = Answer<'listChats'>['items'][number]
export type ChatLatest = NonNullable<Chat['latest']>
export type ChatItem = Answer<'listChatItems'>['items'][number]

const chatsAPage = 100
const itemsAPage = 30

const start = null as string | null
const placeOf = (cursor: string | null) => (cursor === null ? {} : { cursor })

/** Everyone and every group, newest first. */
export const chatsQuery = infiniteQueryOptions({
  queryKey: ['chats', 'list'],
  queryFn: ({ pageParam, signal }) =>
    service().listChats({ query: { limit: chatsAPage, ...placeOf(pageParam) }, signal }),
  initialPageParam: start,
  getNextPageParam: (page) => page.nextCursor,
})

/** One conversation, also one in which nothing has passed. */
export const chatQuery = (chatId: string) =>
  queryOptions({
    queryKey: ['chats', 'one', chatId],
    queryFn: ({ signal }) => service().getChat({ path: { chatId }, signal }),
  })

/**
 * What passed in a conversation, newest first. Each packet and transfer is also kept under its own key: a bubble shows
 * it from there, so that one that changes is read again alone.
 */
export const chatItemsQuery = (chatId: string) =>
  infiniteQueryOptions({
    queryKey: ['chat-items', chatId],
    queryFn: async ({ pageParam, signal, client }) => {
      const page = await service().listChatItems({
        path: { chatId },
        query: { limit: itemsAPage, ...placeOf(pageParam) },
        signal,
      })
      for (const item of page.items)
        client.setQueryData([item.kind, idOf(item)], item.packet ?? item.transfer)
      return page
    },
    initialPageParam: start,
    getNextPageParam: (page) => page.nextCursor,
    refetchOnMount: 'always',
  })
