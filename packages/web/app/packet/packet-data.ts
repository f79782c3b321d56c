/** What opening a packet and its page read, beside the packet itself (data/queries.ts). */

import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import type { HistoryEvent } from './timeline.ts'

export type SeenClaim = Answer<'listClaims'>['items'][number]
export type Recall = Answer<'recallPacket'>

/**
 * Who has claimed, in order of claim. Read again, only what is new is asked for. Whether amounts are known is part of
 * the key: once one may know them, the list is read from its start.
 */
export const claimsQuery = (id: string, knowsAmounts: boolean) =>
  queryOptions({
    queryKey: ['claims', id, knowsAmounts],
    queryFn: async ({ client, signal, queryKey }): Promise<SeenClaim[]> => {
      const had = client.getQueryData<SeenClaim[]>(queryKey) ?? []
      const afterShareNo = had.at(-1)?.shareNo ?? 0
      const { items } = await service().listClaims({ path: { id }, query: { afterShareNo }, signal })
      return items.length === 0 ? had : [...had, ...items]
    },
  })

interface History {
  events: HistoryEvent[]
  cursor: string | undefined
}

const historyKinds = new Set(['packet.paused', 'packet.released', 'packet.recall_rejected'])

/** What only the packet's stream tells, from its start; read again, it goes on from where it stood. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['packet', id, 'history'],
    queryFn: async ({ client, signal, queryKey }): Promise<History> => {
      const history: History = {
        ...(client.getQueryData<History>(queryKey) ?? { events: [], cursor: undefined }),
      }
      for (;;) {
        const cursor = history.cursor === undefined ? {} : { cursor: history.cursor }
        const query = { topics: `packet:${id}`, limit: 200, ...cursor }
        const page = await service().listEvents({ query, signal })
        history.cursor = page.cursor
        if (page.events.length === 0) return history
        const told = page.events.filter(({ kind }) => historyKinds.has(kind))
        history.events = [...history.events, ...told.map(({ kind, seq, at }) => ({ kind, seq, at }))]
      }
    },
  })

/** Read a packet again wherever it is shown, and whatever its money touches. */
export async function rereadPacket(queries: QueryClient, id: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['wallet'] })
  void queries.invalidateQueries({ queryKey: ['chats'] })
  void queries.invalidateQueries({ queryKey: ['chat-items'] })
  void queries.invalidateQueries({ queryKey: ['sends'] })
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['packet', id] }),
    queries.invalidateQueries({ queryKey: ['claims', id] }),
  ])
}
