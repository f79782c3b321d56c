/** What the desk reads of what an organisation sent: a search page by page, and one send in full. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import type { Described } from '../parts/to-whom.ts'
import { searchOf, type Searching } from './search.ts'

export type Send = Answer<'listSendsOnBehalf'>['items'][number]
export type FullSend = Answer<'readSendOnBehalf'>

const soonMs = 15_000
const rowsAPage = 100
/** A list somebody has gone far down is not read again by itself. */
const pagesReadAgain = 2

/** What was sent, newest first, as it is searched. */
export const sendsQuery = (id: string, searching: Searching) =>
  infiniteQueryOptions({
    queryKey: ['desk', id, 'sends', searchOf(searching)],
    queryFn: ({ pageParam, signal }) =>
      service().listSendsOnBehalf({
        path: { id },
        query: {
          ...searchOf(searching),
          limit: rowsAPage,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > pagesReadAgain ? false : soonMs),
  })

export const sendQuery = (id: string, sendId: string) =>
  queryOptions({
    queryKey: ['desk', id, 'send', sendId],
    queryFn: ({ signal }) => service().readSendOnBehalf({ path: { id, sendId }, signal }),
    refetchInterval: soonMs,
  })

/** What somebody a send names is called. */
export function nameIn({ names }: Pick<Send, 'names'>, id: string): string {
  const name = names[id]
  return typeof name === 'string' ? name : id
}

/** A send as its description takes it. */
export function describedOf({ kind, count, to, words }: Send | FullSend): Described {
  return { kind, count, words, ...to }
}
