/**
 * The open streams of one process: a few for each caller, each ended when its token is no longer good or the server
 * stops.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Feed } from '../events/feed.ts'
import type { Sink } from '../events/stream.ts'
import type { Gate } from '../keys/gate.ts'
import type { Log } from '../context.ts'
import { takesGzip } from './gzip-frames.ts'
import { openSse, wantsEvents } from './sse.ts'

export interface Streaming {
  feed: Feed
  lastEventId: string | undefined
  open(): Sink
}

export interface StreamDesk {
  /** Whether a request asks for a stream. */
  wanted(request: FastifyRequest): boolean
  /** Serve one: whatever is refused before `open` is answered as a problem. */
  serve(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (streaming: Streaming) => Promise<void>,
  ): Promise<void>
  /** End every stream. */
  stop(): void
}

/** The streams of one process; `streamsMax` for each caller. */
export function createStreamDesk(parts: {
  gate: Gate
  feed: Feed
  log: Log
  streamsMax: number
}): StreamDesk {
  const { gate, feed, log, streamsMax } = parts
  const open = new Map<string, Set<Sink>>()

  function openFor(request: FastifyRequest, reply: FastifyReply): Sink {
    const { actorId, token, verified } = request.entrance!
    const own = open.get(actorId) ?? new Set()
    if (own.size >= streamsMax)
      throw new RefusalError(
        refuse('too_many_requests', {
          detail: `No more than ${streamsMax} streams at a time`,
          retryAfterS: 5,
        }),
      )
    const sink = openSse(reply, request.id, takesGzip(request.headers['accept-encoding']))
    open.set(actorId, own.add(sink))
    const unwatch =
      token && verified ? gate.watch(token, verified, (why) => sink.end(`token_${why}`)) : () => undefined
    sink.onClose(() => {
      unwatch()
      own.delete(sink)
      if (own.size === 0) open.delete(actorId)
    })
    return sink
  }

  return {
    wanted: (request) => request.method === 'GET' && wantsEvents(request.headers.accept),
    async serve(request, reply, work) {
      const lastEventId = request.headers['last-event-id']
      let sink: Sink | undefined
      try {
        await work({
          feed,
          lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
          open: () => (sink = openFor(request, reply)),
        })
      } catch (error) {
        if (sink === undefined) throw error
        if (!sink.closed) log.warn({ requestId: request.id, err: error }, 'a stream could not go on')
        sink.end('unavailable')
      }
    },
    stop() {
      for (const own of open.values()) for (const sink of [...own]) sink.end('server_stopping')
    },
  }
}
