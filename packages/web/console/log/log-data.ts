/** What the desk reads of the log: entries page by page, each checked here, and its head beside what was seen before. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { checkReceipts } from '../../app/receipts/check-receipts.ts'
import { watchLog } from '../../app/receipts/receipts-data.ts'
import { service } from '../../app/data/service.ts'
import { logSearchOf, type Searching } from './log-search.ts'

type Shown = Answer<'listLogEntries'>['items'][number]
export type ProofState = Exclude<ReturnType<typeof checkReceipts>[number], 'none'> | 'forgotten' | 'altered'
export type Entry = Shown & { proof: ProofState }

const rowsAPage = 50

/** The log's keys, and whether it goes on from what this computer has seen. */
export const headQuery = queryOptions({
  queryKey: ['desk', 'log', 'head'],
  queryFn: watchLog,
  staleTime: 60_000,
})

async function readPage(searching: Searching, cursor: string | null, limit: number, signal: AbortSignal) {
  const [{ keys }, { items, nextCursor }] = await Promise.all([
    watchLog(),
    service().listLogEntries({
      query: { ...logSearchOf(searching), limit, ...(cursor !== null && { cursor }) },
      signal,
    }),
  ])
  return { items: checked(items, keys), nextCursor }
}

/** Each entry with what its receipt comes to by the log's keys. */
function checked(items: readonly Shown[], keys: readonly string[]): Entry[] {
  const states = checkReceipts(
    items.map(({ receipt }) => receipt),
    keys,
  )
  return items.map((item, i) => {
    const state = states[i]!
    return {
      ...item,
      proof: state === 'none' ? (item.state === 'forgotten' ? 'forgotten' : 'altered') : state,
    }
  })
}

export const entriesQuery = (searching: Searching) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'log', 'entries', logSearchOf(searching)],
    queryFn: ({ pageParam, signal }) => readPage(searching, pageParam, rowsAPage, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })

export const exportedMax = 10_000
const rowsAnExport = 100

/** What a search finds, for a file; up to so many, the newest. `onRead` hears how many there are so far. */
export async function readForExport(searching: Searching, onRead: (count: number) => void): Promise<Entry[]> {
  const { signal } = new AbortController()
  const found: Entry[] = []
  for (let cursor: string | null = null; found.length < exportedMax;) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(searching, cursor, rowsAnExport, signal)
    found.push(...page.items)
    onRead(found.length)
    cursor = page.nextCursor
    if (cursor === null) break
  }
  return found.slice(0, exportedMax)
}
