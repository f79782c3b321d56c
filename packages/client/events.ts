/**
 * The stream of events by fetch (EventSource sends no header): read to the end of the world, taken up again after the
 * last event that was handed out. A reader sees every event once and in order, however often the connection is lost.
 */

import type { Event, ListEventsData } from './generated/types.gen.ts'
import { isProblem, RefusalError } from './errors.ts'
import { sleep } from './patience.ts'

export interface EventsAsk extends NonNullable<ListEventsData['query']> {
  /** Ends the stream. */
  signal?: AbortSignal
  /** Told each time the past has been told and whatever follows is live. */
  onReady?: () => void
  /** Told each time a connection is over; the next one is tried after a pause. */
  onLost?: () => void
}

export interface StreamedEvent extends Event {
  /** Where to go on from: a `cursor` for another stream or a page. */
  cursor: string
}

interface Reach {
  baseUrl: string
  token: string | undefined
  fetch: typeof globalThis.fetch
}

interface Frame {
  id?: string
  event: string
  data: string
}

/** The server says something every fifteen seconds; a connection that is silent for three times that is dead. */
const silenceMaxMs = 45_000
const pauseMinMs = 250
const pauseMaxMs = 10_000
const comeBackLater = new Set([429, 502, 503, 504])

/** Read events until the signal ends it. Throws RefusalError where the caller may not, or may no longer, listen. */
export async function* readEvents(reach: Reach, ask: EventsAsk = {}): AsyncGenerator<StreamedEvent, void> {
  const { signal, onReady, onLost, ...query } = ask
  let lastId: string | undefined
  let pauseMs = pauseMinMs
  while (!signal?.aborted) {
    try {
      for await (const frame of framesOf(reach, query, lastId, signal)) {
        pauseMs = pauseMinMs
        if (frame.event === 'end') break
        lastId = frame.id ?? lastId
        if (frame.event === 'ready') onReady?.()
        else if (frame.id !== undefined) yield { ...(JSON.parse(frame.data) as Event), cursor: frame.id }
      }
    } catch (error) {
      if (error instanceof RefusalError) throw error
    }
    onLost?.()
    if (!signal?.aborted) await sleep(pauseMs, signal).catch(() => undefined)
    pauseMs = Math.min(pauseMaxMs, pauseMs * 2)
  }
}

/** The frames of one connection, until it closes, falls silent or the caller ends it. */
async function* framesOf(
  reach: Reach,
  query: NonNullable<ListEventsData['query']>,
  lastId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Frame> {
  const url = new URL('/v1/events', reach.baseUrl)
  for (const [name, part] of Object.entries(query))
    if (part !== undefined) url.searchParams.set(name, String(part))
  const headers = new Headers({ accept: 'text/event-stream' })
  if (reach.token !== undefined) headers.set('authorization', `Bearer ${reach.token}`)
  if (lastId !== undefined) headers.set('last-event-id', lastId)
  const over = new AbortController()
  const stop = () => over.abort()
  signal?.addEventListener('abort', stop, { once: true })
  let silence = setTimeout(stop, silenceMaxMs)
  try {
    const reply = await reach.fetch(url, { headers, signal: over.signal })
    if (!reply.ok || !reply.body) return await failUnlessLater(reply)
    let text = ''
    for await (const part of reply.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(silence)
      silence = setTimeout(stop, silenceMaxMs)
      const frames = (text + part).replaceAll('\r\n', '\n').split('\n\n')
      text = frames.pop()!
      yield* frames.map(frameFrom).filter((frame) => frame !== undefined)
    }
  } finally {
    clearTimeout(silence)
    signal?.removeEventListener('abort', stop)
    over.abort()
  }
}

/** A refusal is final, unless it says to come back later. */
async function failUnlessLater(reply: Response): Promise<void> {
  const body: unknown = await reply.json().catch(() => undefined)
  if (!comeBackLater.has(reply.status) && isProblem(body)) throw new RefusalError('events', body)
}

/** A frame's lines as the standard reads them; a comment alone is none. */
function frameFrom(text: string): Frame | undefined {
  const fields = text.split('\n').flatMap((line): [string, string][] => {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    return name === '' ? [] : [[name, value]]
  })
  const data = fields.filter(([name]) => name === 'data').map(([, value]) => value)
  if (data.length === 0) return undefined
  const { id, event = 'message' } = Object.fromEntries(fields)
  return { ...(id === undefined ? {} : { id }), event, data: data.join('\n') }
}
