/** What the desk reads of approvals: the three queues, and one approval in full. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'

export type Approval = Answer<'readApproval'>
export type Verb = Approval['may'][number]
export const boxes = ['waiting', 'sent', 'seen'] as const
export type Box = (typeof boxes)[number]

/** Two people may have the same one open: whoever is second hears of it soon. */
const soonMs = 5_000

/** What waits for one's word in an organisation, soonest to run out first. */
export const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'approvals', 'waiting'],
    queryFn: async ({ signal }) =>
      (await service().listApprovals({ query: { box: 'waiting', organisationId: id }, signal })).items,
    refetchInterval: soonMs,
  })

/** What one has sent, or looks on at: newest first, page by page. */
export const filesQuery = (id: string, box: 'sent' | 'seen') =>
  infiniteQueryOptions({
    queryKey: ['desk', id, 'approvals', box],
    queryFn: ({ pageParam, signal }) =>
      service().listApprovals({
        query: { box, organisationId: id, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: soonMs,
  })

export const approvalQuery = (id: string, sendId: string) =>
  queryOptions({
    queryKey: ['desk', id, 'approval', sendId],
    queryFn: ({ signal }) => service().readApproval({ path: { sendId }, signal }),
    refetchInterval: soonMs,
  })

/** What somebody an approval names is called. */
export function nameIn({ names }: Approval, id: string): string {
  const name = names[id]
  return typeof name === 'string' ? name : id
}
