/** What waits for one's word, what one waits for oneself, and one approval in full. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import type { Purse } from '../data/purse.ts'
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

/** The one to decide after this: the next in the queue, or the first of it. */
export function nextAfter(waiting: readonly Approval[], sendId: string): string | undefined {
  const at = waiting.findIndex((one) => one.sendId === sendId)
  const others = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))]
  return others.find((one) => one.sendId !== sendId)?.sendId
}

/** Whose wallet paid, and is paid back. */
export function purseOfApproval({
  organisationId,
  chain,
}: Pick<Approval, 'organisationId' | 'chain'>): Purse {
  if (organisationId !== null) return 'organisation'
  return chain.id === 'family-guardian' ? 'own' : 'family'
}
