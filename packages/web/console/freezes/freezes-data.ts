/** What the desk reads of freezes, and how it makes and ends them. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { freezeBases } from '@laisee/core/freeze-basis.ts'
import { freezeKinds } from '@laisee/core/freeze.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type Freeze = Answer<'readFreeze'>
export type FreezeSubject = Answer<'readFreezeSubject'>
export type FreezeBody = Ask<'freezeMoney'>['body']

export const freezeStates = ['lasting', 'appealed', 'ended'] as const
export type FreezeState = (typeof freezeStates)[number]

/** Two people may have the same one open: whoever is second hears of it soon. */
const openMs = 5_000
const soonMs = 15_000
const rowsAPage = 50
/** A list somebody has gone far down is not read again by itself. */
const pagesReadAgain = 2

export interface FreezeSearch {
  state: FreezeState
  kind?: Freeze['kind']
  basis?: Freeze['basis']
}

/** The search that stands in the address; what nobody would know is left out. */
export function freezeSearchOf(query: Readonly<Record<string, string>>): FreezeSearch {
  const state = freezeStates.find((one) => one === query['state']) ?? 'lasting'
  const kind = freezeKinds.find((one) => one === query['kind'])
  const basis = freezeBases.find((one) => one === query['basis'])
  return { state, ...(kind && { kind }), ...(basis && { basis }) }
}

export const freezesQuery = (search: FreezeSearch) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'freezes', search],
    queryFn: ({ pageParam, signal }) =>
      service().listFreezes({
        query: { ...search, limit: rowsAPage, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > pagesReadAgain ? false : soonMs),
  })

/** How many objections wait for an answer: up to a page of them. */
export const appealedQuery = queryOptions({
  queryKey: ['desk', 'freezes', 'appealed'],
  queryFn: async ({ signal }) =>
    (await service().listFreezes({ query: { state: 'appealed', limit: rowsAPage }, signal })).items.length,
  refetchInterval: soonMs,
})

export const freezeQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'freeze', id],
    queryFn: ({ signal }) => service().readFreeze({ path: { id }, signal }),
    refetchInterval: openMs,
  })

/** Whose money an id is, and what is there. */
export const subjectQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'freeze-subject', id],
    queryFn: ({ signal }) => service().readFreezeSubject({ path: { id }, signal }),
  })

export const useFreezing = () =>
  useWrite('freeze', (body: FreezeBody, idempotencyKey) => service().freezeMoney({ body, idempotencyKey }))

export const useReleasing = (id: string) =>
  useWrite('release-freeze', (body: Ask<'releaseFreeze'>['body'], idempotencyKey) =>
    service().releaseFreeze({ path: { id }, body, idempotencyKey }),
  )

export const useAnswering = (id: string) =>
  useWrite('answer-appeal', (body: Ask<'answerFreezeAppeal'>['body'], idempotencyKey) =>
    service().answerFreezeAppeal({ path: { id }, body, idempotencyKey }),
  )

/** What somebody a freeze names is called. */
export function nameIn({ names }: Pick<Freeze, 'names'>, id: string): string {
  const name = names[id]
  return typeof name === 'string' ? name : id
}

/** How a freeze stands, as its list is searched. */
export function stateOf({ releasedAt, appeals }: Freeze): FreezeState {
  if (releasedAt !== null) return 'ended'
  return appeals.some(({ answeredAt }) => answeredAt === null) ? 'appealed' : 'lasting'
}
