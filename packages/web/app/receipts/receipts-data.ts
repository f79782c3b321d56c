/** What the page of receipts reads, and what this device makes of it. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import { keep, recall } from '../session/keep.ts'
import type { KeptHead, ReceiptState, WatchState } from './check-receipts.ts'

export type Receipt = Answer<'listLogReceipts'>['items'][number]

export interface CheckedReceipts {
  items: (Receipt & { state: ReceiptState })[]
  keys: string[]
  size: number
  watch: WatchState
}

/** The receipts of a packet or transfer, each checked here, and the log beside what this device has seen of it. */
export const receiptsQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ['receipts', sourceId],
    queryFn: async ({ signal }): Promise<CheckedReceipts> => {
      const [{ items }, head, { checkReceipts }] = await Promise.all([
        service().listLogReceipts({ query: { sourceId }, signal }),
        watchLog(),
        import('./check-receipts.ts'),
      ])
      const states = checkReceipts(
        items.map(({ receipt }) => receipt),
        head.keys,
      )
      return { items: items.map((item, i) => ({ ...item, state: states[i]! })), ...head }
    },
    staleTime: 10_000,
  })

/** Look at the log's head, beside the one this device keeps, and keep it where it goes on from there. */
export async function watchLog(): Promise<{ keys: string[]; size: number; watch: WatchState }> {
  const [{ checkpoint, keys }, { watchHead }] = await Promise.all([
    service().readLogCheckpoint(),
    import('./check-receipts.ts'),
  ])
  const name = `laisee.log.${checkpoint.note.split('\n')[0]}`
  const { state, keep: head } = await watchHead(
    { note: checkpoint.note, keys },
    keptHead(recall(name)),
    async (from, to) => (await service().proveLogConsistency({ query: { from, to } })).path,
  )
  keep(name, head)
  const isGood = state === 'first' || state === 'goes_on'
  return { keys: isGood ? keys : (head?.keys ?? keys), size: checkpoint.size, watch: state }
}

function keptHead(kept: unknown): KeptHead | undefined {
  const { note, keys } = (kept ?? {}) as Partial<KeptHead>
  return typeof note === 'string' && Array.isArray(keys) ? { note, keys } : undefined
}
