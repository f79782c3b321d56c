/** What the screens of freezes read: one of one's own, those that last, and all of them page by page. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Freeze = Answer<'readMyFreeze'>

const freezesAPage = 20

export const freezeQuery = (id: string) =>
  queryOptions({
    queryKey: ['freezes', 'one', id],
    queryFn: ({ signal }) => service().readMyFreeze({ path: { id }, signal }),
    staleTime: 5_000,
  })

export const freezesQuery = infiniteQueryOptions({
  queryKey: ['freezes', 'list'],
  queryFn: ({ pageParam, signal }) =>
    service().listMyFreezes({
      query: { limit: freezesAPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 5_000,
})

/** Those of the latest that have not ended: more than so many at once nobody has. */
export const lastingQuery = queryOptions({
  queryKey: ['freezes', 'lasting'],
  queryFn: async ({ signal }) => {
    const { items } = await service().listMyFreezes({ query: { limit: 50 }, signal })
    return items.filter(({ releasedAt }) => releasedAt === null)
  },
  staleTime: 5_000,
})
