/**
 * Server-sent events over one reply. A comment every fifteen seconds keeps proxies from closing a quiet stream; a
 * frame `end` says why the server closes it, and the last `id` is where to go on.
 */

import type { FastifyReply } from 'fastify'
import type { Sink } from '../events/stream.ts'

const heartbeatMs = 15_000
const lowWater = 65_536
const drainPatienceMs = 30_000
const endPatienceMs = 5_000

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
  'x-content-type-options': 'nosniff',
}

/** Answer 200 and keep the reply open as a sink for events. */
export function openSse(reply: FastifyReply, requestId: string): Sink {
  reply.hijack()
  const raw = reply.raw
  const { socket } = raw
  const closers = new Set<() => void>()
  let closed = false

  function close(): void {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    for (const closer of closers) closer()
  }

  function end(code: string): void {
    if (closed) return
    raw.end(frameText({ event: 'end', data: { code } }))
    close()
    setTimeout(() => socket?.destroy(), endPatienceMs).unref()
  }

  /** Wait until the other side has taken most of it; one that takes nothing for half a minute is cut off. */
  function drained(): Promise<void> {
    if (closed || raw.writableLength <= lowWater) return Promise.resolve()
    return new Promise((resolve) => {
      const patience = setTimeout(() => end('slow_consumer'), drainPatienceMs)
      const done = () => {
        clearTimeout(patience)
        raw.off('drain', done)
        closers.delete(done)
        resolve()
      }
      raw.on('drain', done)
      closers.add(done)
    })
  }

  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
  raw.on('close', close)
  raw.on('error', close)
  raw.writeHead(200, { ...headers, 'x-request-id': requestId })
  raw.flushHeaders()
  return {
    send: (frame) => void (closed || raw.write(frameBytes(frame))),
    get waiting() {
      return raw.writableLength
    },
    get closed() {
      return closed
    },
    drained,
    onClose: (listener) => void (closed ? listener() : closers.add(listener)),
    end,
  }
}

interface Frame {
  readonly id?: string
  readonly event?: string
  readonly data: unknown
}

const written = new WeakMap<Frame, Buffer>()

/** A frame as bytes. One that many streams send is the same object, and its bytes are kept as long as that is. */
function frameBytes(frame: Frame): Buffer {
  let bytes = written.get(frame)
  if (!bytes) written.set(frame, (bytes = Buffer.from(frameText(frame))))
  return bytes
}

function frameText({ id, event, data }: Frame): string {
  const lines = [id === undefined ? '' : `id: ${id}\n`, event === undefined ? '' : `event: ${event}\n`]
  return `${lines.join('')}data: ${JSON.stringify(data)}\n\n`
}

/** Whether a request asks for a stream of events rather than a page of them. */
export function wantsEvents(accept: string | undefined): boolean {
  return accept !== undefined && /(^|,)\s*text\/event-stream\s*(;|,|$)/i.test(accept)
}
