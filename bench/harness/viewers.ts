/**
 * Those who look on: a program that keeps a stream of server-sent events open for each of many members and notes every
 * event's number and when it came, so that afterwards each can be asked for all of them, once and in order.
 */

import { connect, type Socket } from 'node:net'
import { answerParent } from './child.ts'

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
/** Everything that is looked at in a frame stands in its first bytes. */
const lookedAt = 700

/**
 * One stream. The server writes each frame as one chunk, so that its length stands before it: a viewer looks at the
 * beginning of each and passes over the rest, to take little of the machine it shares with what it measures.
 */
class Viewer {
  readonly seqs: number[] = []
  readonly delaysMs: number[] = []
  bytes = 0
  failure: string | undefined
  readonly ready: Promise<void>
  readonly #socket: Socket
  #head: Buffer | undefined = Buffer.alloc(0)
  #kept: Buffer = Buffer.alloc(0)
  #skip = 0
  #wanted = Infinity
  #isReady: () => void = () => undefined
  #reached: () => void = () => undefined
  #fail: (error: Error) => void = () => undefined

  constructor({ port, path }: ViewersAsk, token: string, shared: Buffer) {
    const callback = (size: number, buffer: Uint8Array): boolean => {
      this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, size))
      return true
    }
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve
      this.#fail = reject
    })
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: shared, callback } })
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`,
    )
    const gone = () => this.#failed('the server closed a stream')
    this.#socket.once('error', gone).once('close', gone)
  }

  /** Wait until the event with this number is there. */
  reach(seq: number): Promise<void> {
    this.#wanted = seq
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) reject(new Error(this.failure))
      this.#reached = resolve
      this.#fail = reject
      if ((this.seqs.at(-1) ?? 0) >= seq) resolve()
    })
  }

  leave(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.destroy()
  }

  #take(bytes: Buffer): void {
    this.bytes += bytes.length
    let from = 0
    if (this.#head) {
      this.#head = Buffer.concat([this.#head, bytes])
      const end = this.#head.indexOf(headEnd)
      if (end < 0) return
      from = bytes.length - (this.#head.length - end - headEnd.length)
      this.#head = undefined
    }
    while (from < bytes.length) {
      if (this.#skip === 0 && !this.#readChunk(bytes.subarray(from))) return
      const passed = Math.min(this.#skip, bytes.length - from)
      this.#skip -= passed
      from += passed
    }
    if ((this.seqs.at(-1) ?? 0) >= this.#wanted) this.#reached()
  }

  /** Look at the beginning of a chunk; false where there is too little of it yet, and it is kept. */
  #readChunk(bytes: Buffer): boolean {
    const before = this.#kept.length
    const start = before === 0 ? bytes : Buffer.concat([this.#kept, bytes.subarray(0, lookedAt + 20)])
    const end = start.indexOf(lineEnd)
    const size = end < 0 ? NaN : parseInt(start.toString('latin1', 0, end), 16)
    if (end < 0 || start.length < end + 2 + Math.min(size, lookedAt)) {
      this.#kept = Buffer.from(start)
      return false
    }
    this.#kept = Buffer.alloc(0)
    this.#skip = end + 2 + size + 2 - before
    this.#look(start.toString('latin1', end + 2, end + 2 + Math.min(size, lookedAt)))
    return true
  }

  #look(frame: string): void {
    if (frame.includes('event: ready\n')) this.#isReady()
    else if (frame.includes('event: end\n')) this.#failed(`a stream was ended: ${frame}`)
    else if (frame.includes('data: ')) {
      this.seqs.push(Number(seqName.exec(frame)![1]))
      this.delaysMs.push(Date.now() - Date.parse(atName.exec(frame)![1]!))
    }
  }

  #failed(why: string): void {
    this.failure ??= why
    this.#fail(new Error(why))
  }
}

let viewers: Viewer[] = []

/** Open the streams; each has been told the past. */
async function open(ask: ViewersAsk): Promise<void> {
  const shared = Buffer.alloc(262_144)
  viewers = ask.tokens.map((token) => new Viewer(ask, token, shared))
  await Promise.all(viewers.map((viewer) => viewer.ready))
  for (const viewer of viewers) viewer.delaysMs.length = 0
}

/** Wait until everyone has the last of these events, and see that everyone has exactly these, once and in order. */
async function finish(told: readonly number[]): Promise<ViewersReply> {
  await Promise.all(viewers.map((viewer) => viewer.reach(told.at(-1)!)))
  for (const viewer of viewers) {
    viewer.leave()
    const wrong = viewer.seqs.findIndex((seq, i) => seq !== told[i])
    if (wrong >= 0 || viewer.seqs.length !== told.length)
      throw new Error(
        `a viewer has ${viewer.seqs.length} of ${told.length} events, the first wrong one at ${wrong}`,
      )
  }
  const delays = Float64Array.from(viewers.flatMap((viewer) => viewer.delaysMs)).sort()
  const at = (part: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * part))] ?? 0
  return {
    events: viewers.reduce((sum, viewer) => sum + viewer.seqs.length, 0),
    bytes: viewers.reduce((sum, viewer) => sum + viewer.bytes, 0),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    longestMs: at(1),
  }
}

answerParent({ open, finish })
