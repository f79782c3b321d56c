/**
 * Those who look on: a program that keeps a stream of server-sent events open for each of many members and notes every
 * event's number and when it came, so that afterwards each can be asked for all of them, once and in order.
 */

import { connect, type Socket } from 'node:net'
import { answerParent } from './child.ts'
import { forgetChunks, lookInto } from './unpacked.ts'

export interface ViewersAsk {
  port: number
  path: string
  tokens: readonly string[]
}

export interface ViewersReply {
  /** Frames of all viewers together, and their bytes. */
  events: number
  bytes: number
  /** From the moment in an event, which lies before its commit, to its arrival. */
  p50Ms: number
  p99Ms: number
  longestMs: number
}

const seqName = /"seq":(\d+)/
const atName = /"at":"([^"]+)"/
const headEnd = Buffer.from('\r\n\r\n')
const lineEnd = Buffer.from('\r\n')

/**
 * One stream. The server writes whole frames as one chunk, so that a viewer keeps the compressed bytes of each with the
 * moment it came, and reads them when the storm is over: a phone has a machine of its own for that. While it lasts, the
 * first to be sent a chunk looks into it, to know when all is told; the others compare their bytes with its.
 */
class Viewer {
  bytes = 0
  readonly ready: Promise<void>
  /** Resolves with the event that the last share is gone, which is the last of all. */
  readonly over: Promise<void>
  readonly #socket: Socket
  readonly #chunks: { came: number; bytes: Buffer }[] = []
  #head: Buffer | undefined = Buffer.alloc(0)
  #kept: Buffer = Buffer.alloc(0)
  #parts: Buffer[] = []
  #missing = 0
  #isReady: () => void = () => undefined
  #over: () => void = () => undefined
  #fail: (error: Error) => void = () => undefined
  #lose: (error: Error) => void = () => undefined

  constructor({ port, path }: ViewersAsk, token: string, shared: Buffer) {
    const callback = (size: number, buffer: Uint8Array): boolean => {
      this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, size))
      return true
    }
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve
      this.#fail = reject
    })
    this.over = new Promise((resolve, reject) => {
      this.#over = resolve
      this.#lose = reject
    })
    this.over.catch(() => undefined)
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: shared, callback } })
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n` +
        'Accept: text/event-stream\r\nAccept-Encoding: gzip\r\n\r\n',
    )
    const gone = () => this.#failed('the server closed a stream')
    this.#socket.once('error', gone).once('close', gone)
  }

  leave(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.destroy()
  }

  /** Every event's number, and how long it was on its way, those before the stream was live left out. */
  read(): { seqs: number[]; delaysMs: number[] } {
    const seqs: number[] = []
    const delaysMs: number[] = []
    let live = false
    // The first chunk is the head of the compressed stream; each of the others is whole frames.
    for (const { came, bytes } of this.#chunks.slice(1)) {
      for (const frame of lookInto(bytes).plain.split('\n\n')) {
        if (frame.includes('event: ready\n')) live = true
        else if (frame.includes('event: end\n')) throw new Error(`a stream was ended: ${frame}`)
        else if (frame.includes('data: ')) {
          seqs.push(Number(seqName.exec(frame)![1]))
          if (live) delaysMs.push(came - Date.parse(atName.exec(frame)![1]!))
        }
      }
    }
    return { seqs, delaysMs }
  }

  #take(bytes: Buffer): void {
    this.bytes += bytes.length
    let rest = bytes
    if (this.#head) {
      this.#head = Buffer.concat([this.#head, bytes])
      const end = this.#head.indexOf(headEnd)
      if (end < 0) return
      rest = this.#head.subarray(end + headEnd.length)
      this.#head = undefined
    }
    while (rest.length > 0) rest = this.#missing > 0 ? this.#takeMore(rest) : this.#begin(rest)
  }

  /** The size of the next chunk stands on a line of its own; what there is of that line is kept until it is whole. */
  #begin(bytes: Buffer): Buffer {
    const start = this.#kept.length === 0 ? bytes : Buffer.concat([this.#kept, bytes])
    const end = start.indexOf(lineEnd)
    if (end < 0) {
      this.#kept = Buffer.from(start)
      return start.subarray(start.length)
    }
    this.#kept = Buffer.alloc(0)
    this.#missing = parseInt(start.toString('latin1', 0, end), 16) + lineEnd.length
    return start.subarray(end + lineEnd.length)
  }

  #takeMore(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.#missing)
    this.#parts.push(Buffer.from(part))
    this.#missing -= part.length
    if (this.#missing === 0) this.#keepChunk()
    return bytes.subarray(part.length)
  }

  #keepChunk(): void {
    const whole = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts)
    this.#parts = []
    const bytes = whole.subarray(0, -lineEnd.length)
    this.#chunks.push({ came: Date.now(), bytes })
    if (this.#chunks.length === 1) return
    const { isReady, isOver } = lookInto(bytes)
    if (isReady) this.#isReady()
    if (isOver) this.#over()
  }

  #failed(why: string): void {
    this.#fail(new Error(why))
    this.#lose(new Error(why))
  }
}

let viewers: Viewer[] = []

/** Open the streams; each has been told the past. */
async function open(ask: ViewersAsk): Promise<void> {
  const shared = Buffer.alloc(262_144)
  viewers = ask.tokens.map((token) => new Viewer(ask, token, shared))
  await Promise.all(viewers.map((viewer) => viewer.ready))
}

/** Wait until everyone has been told that the last share is gone. */
async function heardAll(): Promise<void> {
  await Promise.all(viewers.map((viewer) => viewer.over))
}

/** See that everyone has exactly these events, once and in order. */
function finish(told: readonly number[]): ViewersReply {
  const delays: number[] = []
  for (const viewer of viewers) {
    viewer.leave()
    const { seqs, delaysMs } = viewer.read()
    const wrong = seqs.findIndex((seq, i) => seq !== told[i])
    if (wrong >= 0 || seqs.length !== told.length)
      throw new Error(`a viewer has ${seqs.length} of ${told.length} events, the first wrong one at ${wrong}`)
    for (const delay of delaysMs) delays.push(delay)
  }
  const sorted = Float64Array.from(delays).sort()
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  const bytes = viewers.reduce((sum, viewer) => sum + viewer.bytes, 0)
  const events = told.length * viewers.length
  viewers = []
  forgetChunks()
  return { events, bytes, p50Ms: at(0.5), p99Ms: at(0.99), longestMs: at(1) }
}

answerParent({ open, heardAll, finish })
