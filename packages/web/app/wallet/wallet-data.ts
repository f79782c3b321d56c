/** What the wallet reads: its statement, page by page, and what is on its way out of it and into it. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { onTheWay, type OnTheWay } from './on-the-way.ts'

export type Entry = Answer<'listEntries'>['items'][number]

const entriesAPage = 30

export const entriesQuery = infiniteQueryOptions({
  queryKey: ['wallet', 'entries'],
  queryFn: ({ pageParam, signal }) =>
    service().listEntries({
      query: { limit: entriesAPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

const pagesMax = 4
const itemsAPage = 50

interface PageOf<Item> {
  items: Item[]
  nextCursor: string | null
}

/** The newest of a list, so many pages at most, and whether that was all of it. */
async function newest<Item>(read: (query: object) => Promise<PageOf<Item>>) {
  const items: Item[] = []
  let cursor: string | null = null
  for (let page = 0; page < pagesMax; page++) {
    const found: PageOf<Item> = await read({ limit: itemsAPage, ...(cursor === null ? {} : { cursor }) })
    items.push(...found.items)
    cursor = found.nextCursor
    if (cursor === null) break
  }
  return { items, isAll: cursor === null }
}

/** One's own packets and transfers that have not ended, and transfers that are coming in. */
export const onTheWayQuery = queryOptions({
  queryKey: ['wallet', 'on-the-way'],
  queryFn: async ({ signal }): Promise<OnTheWay> => {
    const [packets, sent, received] = await Promise.all([
      newest<Packet>((query) => service().listSentPackets({ query, signal })),
      newest<Transfer>((query) => service().listTransfers({ query: { role: 'sent', ...query }, signal })),
      newest<Transfer>((query) => service().listTransfers({ query: { role: 'received', ...query }, signal })),
    ])
    return onTheWay({
      packets: packets.items,
      sent: sent.items,
      received: received.items,
      isAll: packets.isAll && sent.isAll,
    })
  },
})
