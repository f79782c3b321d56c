/**
 * Server-sent events over one reply. A comment every fifteen seconds keeps proxies from closing a quiet stream; a
 * frame `end` says why the server closes it, and the last `id` is where to go on. Whoever takes gzip is sent it.
 */

import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { Sink } from '../events/stream.ts'
import { GzipStream, packFrame, type PackedFrame } from './gzip-frames.ts'

const heartbeatMs = 15_000
const lowWater = 65_536
const drainPatienceMs = 30_000
const endPatienceMs = 5_000

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
  vary: 'accept-encoding',
  'x-content-type-options': 'nosniff',
}

/** Answer 200 and keep the reply open as a sink for events, compressed where that is asked for. */
export function openSse(reply: FastifyReply, requestId: string, gzip: boolean): Sink {
  reply.hijack()
  const raw = reply.raw
  const pack = gzip ? new GzipStream() : undefined
  const { write, flush } = gatherWrites(raw, pack)
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
    write(packedFrame({ event: 'end', data: { code } }))
    flush()
    raw.end(pack?.end())
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

  const heartbeat = setInterval(() => write(heartbeatFrame), heartbeatMs)
  raw.on('close', close)
  raw.on('error', close)
  const encoding = pack && { 'content-encoding': 'gzip' }
  raw.writeHead(200, { ...headers, ...encoding, 'x-request-id': requestId })
  if (pack) raw.write(pack.head())
  else raw.flushHeaders()
  return {
    send: (frame) => void (closed || write(packedFrame(frame))),
    sendAll: (frames) => void (closed || write(packedFrames(frames))),
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

/** What is sent in one turn leaves in one write: a write costs more than the bytes of most frames. */
function gatherWrites(raw: ServerResponse, pack: GzipStream | undefined) {
  const gathered: Buffer[] = []
  function flush(): void {
    const [first, ...others] = gathered
    if (first && !raw.writableEnded) raw.write(others.length === 0 ? first : Buffer.concat(gathered))
    gathered.length = 0
  }
  function write(frame: PackedFrame): void {
    if (gathered.length === 0) process.nextTick(flush)
    gathered.push(pack ? pack.add(frame) : frame.plain)
  }
  return { write, flush }
}

interface Frame {
  readonly id?: string
  readonly event?: string
  readonly data: unknown
}

const heartbeatFrame = packFrame(Buffer.from(': still here\n\n'))
const packed = new WeakMap<readonly Frame[], PackedFrame>()

function packedFrame(frame: Frame): PackedFrame {
  return packFrame(Buffer.from(frameText(frame)))
}

/** Frames as bytes. What many streams send is the same list, and its bytes are kept as long as that is. */
function packedFrames(frames: readonly Frame[]): PackedFrame {
  let together = packed.get(frames)
  if (!together) packed.set(frames, (together = packFrame(Buffer.from(frames.map(frameText).join('')))))
  return together
}

function frameText({ id, event, data }: Frame): string {
  const lines = [id === undefined ? '' : `id: ${id}\n`, event === undefined ? '' : `event: ${event}\n`]
  return `${lines.join('')}data: ${JSON.stringify(data)}\n\n`
}

/** Whether a request asks for a stream of events rather than a page of them. */
export function wantsEvents(accept: string | undefined): boolean {
  return accept !== undefined && /(^|,)\s*text\/event-stream\s*(;|,|$)/i.test(accept)
}
