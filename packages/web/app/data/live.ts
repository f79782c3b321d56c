/**
 * One stream a tab: what concerns this member, and whatever packets a screen watches besides. An event is a hint to read
 * again what it touches, so that a screen may be late and is never wrong. The stream goes on from its last event after
 * sleep, a lost network or a restarted server.
 */

import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { StreamedEvent } from '@laisee/client/events.ts'
import { RefusalError, service } from './service.ts'
import { readClock } from './service-time.ts'
import { touchedBy } from './touched.ts'

export type Connection = 'connecting' | 'live' | 'offline'

const gatherMs = 120
/** A reading that takes longer than this holds up no other. */
const roundMaxMs = 2_000
let connection: Connection = 'connecting'
const listeners = new Set<() => void>()
const heard = new Set<(event: StreamedEvent) => void>()
const watched = new Map<string, number>()
const denied = new Set<string>()
let restart: (() => void) | undefined

function setConnection(next: Connection): void {
  if (connection === next) return
  connection = next
  for (const listener of listeners) listener()
}

/** Whether what is shown is live now. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => connection,
  )
}

/** Hear each event as it comes, for what must move on the screen. */
export function useEvents(listener: (event: StreamedEvent) => void): void {
  useEffect(() => {
    heard.add(listener)
    return () => void heard.delete(listener)
  }, [listener])
}

/** Follow one packet or transfer that is not among what this member is told anyway, while a screen shows it. */
export function useWatch(topic: `packet:${string}` | `transfer:${string}` | undefined): void {
  useEffect(() => {
    if (topic === undefined) return
    watched.set(topic, (watched.get(topic) ?? 0) + 1)
    denied.delete(topic)
    if (watched.get(topic) === 1) restart?.()
    return () => {
      const left = watched.get(topic)! - 1
      if (left > 0) watched.set(topic, left)
      else watched.delete(topic)
    }
  }, [topic])
}

/** Listen while somebody is signed in; the function it gives ends it. */
export function listen(queries: QueryClient): () => void {
  const over = new AbortController()
  void follow(queries, over.signal)
  return () => over.abort()
}

async function follow(queries: QueryClient, over: AbortSignal): Promise<void> {
  let cursor: string | undefined
  const touched = new Map<string, readonly unknown[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  // In a storm of events one round of reading ends before the next begins: begun anew each time, none would ever end.
  const refresh = async () => {
    const keys = [...touched.values()]
    touched.clear()
    const round = Promise.allSettled(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
    await Promise.race([round, new Promise((resolve) => setTimeout(resolve, roundMaxMs))])
    timer = touched.size > 0 && !over.aborted ? setTimeout(() => void refresh(), gatherMs) : undefined
  }
  const hear = (event: StreamedEvent) => {
    cursor = event.cursor
    for (const key of touchedBy(event)) touched.set(JSON.stringify(key), key)
    timer ??= setTimeout(() => void refresh(), gatherMs)
    for (const listener of heard) listener(event)
  }
  while (!over.aborted) {
    const turn = new AbortController()
    const stop = () => turn.abort()
    over.addEventListener('abort', stop, { once: true })
    restart = stop
    const wake = watchNetwork(stop)
    try {
      const topics = ['me', ...[...watched.keys()].filter((topic) => !denied.has(topic))]
        .slice(0, 20)
        .join(',')
      const onReady = () => {
        // Before the first event there is no place to go on from: whatever was missed until now is read again.
        if (cursor === undefined) void queries.invalidateQueries()
        // What was on its way when the network went says nothing of the network.
        setConnection(navigator.onLine ? 'live' : 'offline')
      }
      const onLost = () => setConnection(navigator.onLine ? 'connecting' : 'offline')
      const ask = {
        topics,
        signal: turn.signal,
        onReady,
        onLost,
        ...(cursor === undefined ? {} : { cursor }),
      }
      for await (const event of service().events(ask)) hear(event)
    } catch (error) {
      if (error instanceof RefusalError && error.code === 'unauthenticated') break
      // One topic that may not be read must not silence all the others.
      if (error instanceof RefusalError && error.code === 'not_found')
        for (const topic of watched.keys()) denied.add(topic)
    }
    wake()
    over.removeEventListener('abort', stop)
    if (!over.aborted) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  clearTimeout(timer)
  setConnection('connecting')
}

/** A connection does not outlive a lost network or a long sleep: it is opened anew when the device is back. */
function watchNetwork(reopen: () => void): () => void {
  let beat = performance.now()
  const timer = setInterval(() => {
    const slept = performance.now() - beat > 60_000
    beat = performance.now()
    if (slept) reopen()
  }, 5_000)
  const lost = () => setConnection('offline')
  const back = () => {
    setConnection('connecting')
    void readClock()
    reopen()
  }
  if (!navigator.onLine) lost()
  window.addEventListener('offline', lost)
  window.addEventListener('online', back)
  return () => {
    clearInterval(timer)
    window.removeEventListener('offline', lost)
    window.removeEventListener('online', back)
  }
}
