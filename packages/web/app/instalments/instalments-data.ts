/** What the screens of instalments read: one of them, those about a packet or transfer, and all on either side. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Instalments = Answer<'readInstalments'>
export type Version = NonNullable<Instalments['proposed']>
export type Part = Version['parts'][number]
export type Side = 'debtor' | 'creditor'

export const instalmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['instalments', 'one', id],
    queryFn: ({ signal }) => service().readInstalments({ path: { id }, signal }),
    staleTime: 5_000,
  })

const aPage = 30

export const instalmentsListQuery = (side: Side) =>
  infiniteQueryOptions({
    queryKey: ['instalments', 'list', side],
    queryFn: ({ pageParam, signal }) =>
      service().listInstalments({
        query: { side, limit: aPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 5_000,
  })

/** The latest about this money between the reader and one other; null where there are none among the latest. */
export const betweenQuery = (about: string, otherId: string) =>
  queryOptions({
    queryKey: ['instalments', 'between', about, otherId],
    queryFn: async ({ signal }) => {
      const of = (side: Side) => service().listInstalments({ query: { side, limit: 100 }, signal })
      const both = await Promise.all([of('debtor'), of('creditor')])
      const found = both
        .flatMap(({ items }) => items)
        .filter((one) => one.about === about && (one.debtor.id === otherId || one.creditor.id === otherId))
      return found.find(({ endedAt }) => endedAt === null) ?? found[0] ?? null
    },
    staleTime: 5_000,
  })
