/** Reading again, one at a time, what changes among the bubbles that are shown: by an event, or because its time came. */

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { StreamedEvent } from '@laisee/client/events.ts'
import { useEvents } from '../data/live.ts'
import { packetQuery, transferQuery, type Packet, type Transfer } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import type { ChatItem } from './chats-data.ts'
import { idOf } from './stream-of.ts'
import { nextTurnOf } from './look.ts'

/** Events that come together are answered by one reading of each item. */
const gatherMs = 150
/** The service has done what was due this long after its moment. */
const dueMs = 400
/** The longest wait for a moment; whatever is further off is looked at again then. */
const waitMaxMs = 3_600_000

/** Read a packet or transfer again. Without an answer what is shown stays, until the next event. */
export async function readAgain(queries: QueryClient, id: string): Promise<void> {
  const isPacket = id.startsWith('pkt_')
  try {
    if (isPacket) await queries.fetchQuery({ ...packetQuery(id), staleTime: 0 })
    else await queries.fetchQuery({ ...transferQuery(id), staleTime: 0 })
  } catch {
    // It is read again when the stream says so, or when the chat is opened anew.
  }
}

/** Keep the shown items of a conversation as the stream tells they are. */
export function useFollowedItems(items: readonly ChatItem[]): void {
  const queries = useQueryClient()
  const shown = useRef(new Set<string>())
  shown.current = new Set(items.map(idOf))
  const touched = useRef(new Set<string>())
  const running = useRef(false)
  const readTouched = useCallback(async () => {
    if (running.current) return
    running.current = true
    while (touched.current.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, gatherMs))
      const ids = [...touched.current]
      touched.current.clear()
      for (const id of ids) await readAgain(queries, id)
    }
    running.current = false
  }, [queries])
  useEvents(
    useCallback(
      (event: StreamedEvent) => {
        if (!shown.current.has(event.sourceId)) return
        touched.current.add(event.sourceId)
        void readTouched()
      },
      [readTouched],
    ),
  )
}

/** Read an item again when its next moment has come: the end of its undo window, its arrival, its expiry. */
export function useTurn(item: Packet | Transfer): void {
  const queries = useQueryClient()
  useEffect(() => {
    const turnAt = nextTurnOf(item, serviceNow())
    if (turnAt === undefined) return
    const waitMs = Math.min(turnAt - serviceNow() + dueMs, waitMaxMs)
    const timer = setTimeout(() => void readAgain(queries, item.id), waitMs)
    return () => clearTimeout(timer)
  }, [item, queries])
}
