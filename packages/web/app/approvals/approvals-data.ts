/** What waits for one's word, what one waits for oneself, and one approval in full. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Approval = Answer<'readApproval'>

/** All of it on one page: what runs out first is on top. */
export const waitingQuery = queryOptions({
  queryKey: ['approvals', 'waiting'],
  queryFn: async ({ signal }) => (await service().listApprovals({ query: { box: 'waiting' }, signal })).items,
  staleTime: 5_000,
})

const filesAPage = 20

/** What one has sent that had to be approved, newest first. */
export const sentQuery = infiniteQueryOptions({
  queryKey: ['approvals', 'sent'],
  queryFn: ({ pageParam, signal }) =>
    service().listApprovals({
      query: { box: 'sent', limit: filesAPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 5_000,
})

export const approvalQuery = (sendId: string) =>
  queryOptions({
    queryKey: ['approvals', 'one', sendId],
    queryFn: ({ signal }) => service().readApproval({ path: { sendId }, signal }),
    staleTime: 5_000,
  })
