/** What the desk reads of disputes, and what its agents do with them. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type Dispute = Answer<'readDispute'>
export type DisputeFact = Dispute['facts'][number]
export type DisputeMoney = Answer<'readDisputeMoney'>
export type Names = Readonly<Record<string, unknown>>
export type DecideBody = Ask<'decideDispute'>['body']

export const boxes = ['mine', 'nobody', 'all', 'closed'] as const
export type Box = (typeof boxes)[number]

/** Two people may have the same one open: whoever is second hears of it soon. */
const openMs = 5_000
const soonMs = 15_000
const rowsAPage = 50
/** A list somebody has gone far down is not read again by itself. */
const pagesReadAgain = 2

const searchOf = {
  mine: { inHandOf: 'me' },
  nobody: { inHandOf: 'nobody' },
  all: {},
  closed: { state: 'closed' },
} as const

/** The box that stands in the address; what one has in hand comes first. */
export function boxOf(query: Readonly<Record<string, string>>, otherwise: Box): Box {
  return boxes.find((box) => box === query['box']) ?? otherwise
}

export const disputesQuery = (box: Box) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'disputes', box],
    queryFn: ({ pageParam, signal }) =>
      service().listDisputes({
        query: { ...searchOf[box], limit: rowsAPage, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > pagesReadAgain ? false : soonMs),
  })

/** How many wait for somebody: up to a page of them. */
export const unassignedQuery = queryOptions({
  queryKey: ['desk', 'disputes', 'unassigned'],
  queryFn: async ({ signal }) =>
    (await service().listDisputes({ query: { inHandOf: 'nobody', limit: rowsAPage }, signal })).items.length,
  refetchInterval: soonMs,
})

export const disputeQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'dispute', id],
    queryFn: ({ signal }) => service().readDispute({ path: { id }, signal }),
    refetchInterval: openMs,
  })

export const moneyQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'dispute', id, 'money'],
    queryFn: ({ signal }) => service().readDisputeMoney({ path: { id }, signal }),
    refetchInterval: openMs,
  })

export const useAssigning = (id: string) =>
  useWrite('assign-dispute', (agentId: string | null, idempotencyKey) =>
    service().assignDispute({ path: { id }, body: { agentId }, idempotencyKey }),
  )

export const useNoting = (id: string) =>
  useWrite('note-dispute', (text: string, idempotencyKey) =>
    service().noteOnDispute({ path: { id }, body: { text }, idempotencyKey }),
  )

export const useAsking = (id: string) =>
  useWrite('ask-dispute', (body: Ask<'askInDispute'>['body'], idempotencyKey) =>
    service().askInDispute({ path: { id }, body, idempotencyKey }),
  )

export const useDeciding = (id: string) =>
  useWrite('decide-dispute', (body: DecideBody, idempotencyKey) =>
    service().decideDispute({ path: { id }, body, idempotencyKey }),
  )

/** What somebody is called, by the names that came along. */
export function nameBy(names: Names, id: string): string {
  const name = names[id]
  return typeof name === 'string' ? name : id
}
