/** A phone of the page with two of them says there what it hears, so that the first run can follow along. */

import { useCallback, useEffect, useRef } from 'react'
import type { StreamedEvent } from '@laisee/client/events.ts'
import { useEvents } from '../data/live.ts'
import { seat } from '../session/seat.ts'
import type { Happened } from './story.ts'

const channelName = 'laisee.table'

/** Say what this phone hears of packets; nothing where it is not one of two. */
export function useTellTable(): void {
  const channel = useRef<BroadcastChannel>(undefined)
  useEffect(() => {
    if (seat.name === 'main' || typeof BroadcastChannel === 'undefined') return
    const open = new BroadcastChannel(channelName)
    channel.current = open
    return () => open.close()
  }, [])
  const tell = useCallback(({ kind, sourceId, data }: StreamedEvent) => {
    if (!kind.startsWith('packet.')) return
    const happened: Happened = { seat: seat.name, kind, packetId: sourceId, data }
    channel.current?.postMessage(happened)
  }, [])
  useEvents(tell)
}

/** Hear what the two phones say. Gives the function that stops it. */
export function hearTable(hear: (happened: Happened) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Happened>) => hear(data)
  return () => channel.close()
}
