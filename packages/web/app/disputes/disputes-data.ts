/** What the screens of disputes read: one of them, all of one's own page by page, and the one about a payment. */

import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { isOpenDispute } from '@laisee/core/dispute.ts'
import { service } from '../data/service.ts'

export type Dispute = Answer<'readDispute'>
export type Fact = Dispute['facts'][number]

const disputesAPage = 20

export const disputeQuery = (id: string) =>
  queryOptions({
    queryKey: ['disputes', 'one', id],
    queryFn: ({ signal }) => service().readDispute({ path: { id }, signal }),
    staleTime: 5_000,
  })

export const disputesQuery = infiniteQueryOptions({
  queryKey: ['disputes', 'list'],
  queryFn: ({ pageParam, signal }) =>
    service().listMyDisputes({
      query: { limit: disputesAPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 5_000,
})

/** The latest of one's own, open ones and others. */
export const latestDisputesQuery = queryOptions({
  queryKey: ['disputes', 'latest'],
  queryFn: async ({ signal }) => (await service().listMyDisputes({ query: { limit: 50 }, signal })).items,
  staleTime: 30_000,
})

/** The dispute to show for a payment: an open one before one that is over, of one side where it is named. */
export function disputeAbout(
  disputes: readonly Dispute[],
  sourceId: string,
  againstId?: string,
): Dispute | undefined {
  const about = disputes.filter(
    ({ sourceId: id, openerId, otherId }) =>
      id === sourceId && (againstId === undefined || openerId === againstId || otherId === againstId),
  )
  return about.find(isOpenDispute) ?? about[0]
}

/** Show a dispute as it was answered, and read again whatever lists it. */
export function keepDispute(queries: QueryClient, dispute: Dispute): void {
  queries.setQueryData(disputeQuery(dispute.id).queryKey, dispute)
  for (const key of ['list', 'latest']) void queries.invalidateQueries({ queryKey: ['disputes', key] })
}
