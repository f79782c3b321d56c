/** What the inbox reads: notices page by page, and how many are unread. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type InboxPart = Answer<'readInbox'>
export type InboxNotice = InboxPart['items'][number]

const noticesAPage = 30

export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox', 'notices'],
  queryFn: ({ pageParam, signal }) =>
    service().readInbox({
      query: { limit: noticesAPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

/** How many notices are unread; 100 stands for that many or more. */
export const inboxCountQuery = queryOptions({
  queryKey: ['inbox', 'count'],
  queryFn: async ({ signal }) => (await service().readInbox({ query: { limit: 1 }, signal })).unreadCount,
})

/** Mark a notice and all before it as read, or all there are; the number still unread is answered. */
export async function markRead(through: string): Promise<number> {
  return (await service().markInboxRead({ body: { through } })).unreadCount
}

/** What the reader calls those whom these notices name, by id. */
export function namesIn(parts: readonly Pick<InboxPart, 'names'>[]): Record<string, string> {
  const names = parts.flatMap((part) => Object.entries(part.names))
  return Object.fromEntries(names.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
