/**
 * The load: a program that keeps N connections busy, one request at a time on each, until every request of a list has
 * been answered once; or, at a pace, sends each at its moment, as many people who know nothing of each other do, and
 * counts from that moment, so that waiting for a free connection is part of what it took. Requests are made before the clock starts and replies read after it stops, so that it takes
 * little of the machine it shares with what it measures.
 */

import { connect, type Socket } from 'node:net'
import { answerParent } from './child.ts'

export interface LoadAsk {
  port: number
  connections: number
  /** Each is sent once, in this order, by whichever connection is free. */
  requests: readonly Request[]
  /** Sent with every request besides its own. */
  headers?: Readonly<Record<string, string>>
  /** The pace: requests a second. None: as fast as they are answered. */
  perSecond?: number
}

export interface Request {
  path: string
  token: string
  body?: string
  headers?: Readonly<Record<string, string>>
}

export interface LoadReply {
  requests: number
  seconds: number
  perSecond: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  longestMs: number
  /** How many replies had each status. */
  statuses: Record<string, number>
  /** The sum of the `amount` of every reply that has one. */
  amount: bigint
  /** The first reply, to look at. */
  sample: string
}

function written(request: Request, headers: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(request.body ?? '{}')
  const more = Object.entries({ ...headers, ...request.headers }).map(
    ([name, text]) => `${name}: ${text}\r\n`,
  )
  const head =
    `POST ${request.path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${request.token}\r\n` +
    `Content-Type: application/json\r\n${more.join('')}Content-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

const headEnd = Buffer.from('\r\n\r\n')
const lengthName = /\r\ncontent-length: *(\d+)/i

/** A reply is whole once its head and as many bytes as that names are there. */
function readReply(bytes: Buffer): { status: number; body: string } | undefined {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = Number(lengthName.exec(head)?.[1] ?? NaN)
  if (Number.isNaN(length)) throw new Error(`a reply without a length: ${head}`)
  if (bytes.length < end + 4 + length) return undefined
  return { status: Number(head.slice(9, 12)), body: bytes.toString('latin1', end + 4, end + 4 + length) }
}

interface Line {
  socket: Socket
  /** Called with each whole reply. */
  onReply: (status: number, body: string) => void
}

/** Open one connection, its bytes read into one buffer of its own. */
function openLine(port: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    let rest = Buffer.alloc(0)
    const line: Line = { socket: undefined as never, onReply: () => undefined }
    const take = (size: number, buffer: Uint8Array): boolean => {
      const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, size)
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const reply = readReply(bytes)
      rest = reply ? Buffer.alloc(0) : Buffer.from(bytes)
      if (reply) line.onReply(reply.status, reply.body)
      return true
    }
    const onread = { buffer: Buffer.alloc(16_384), callback: take }
    line.socket = connect({ port, host: '127.0.0.1', noDelay: true, onread }, () => resolve(line))
    line.socket.once('error', reject)
    line.socket.once('close', () => reject(new Error('the server closed a connection')))
  })
}

interface Answered {
  tookMs: Float64Array
  statuses: Record<string, number>
  bodies: string[]
  seconds: number
}

function storm({ lines, requests, perSecond }: Prepared): Promise<Answered> {
  const tookMs = new Float64Array(requests.length)
  const statuses: Record<string, number> = {}
  const bodies: string[] = []
  let next = 0
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const dueAt = (no: number, now: number) =>
      perSecond === undefined ? now : startedAt + (no * 1_000) / perSecond
    for (const line of lines) {
      let sentAt = 0
      const send = (): void => {
        if (next === requests.length) return
        const now = performance.now()
        sentAt = dueAt(next, now)
        const request = requests[next++]!
        if (sentAt <= now) line.socket.write(request)
        else setTimeout(() => line.socket.write(request), sentAt - now)
      }
      line.onReply = (status, body) => {
        const now = performance.now()
        tookMs[bodies.length] = now - sentAt
        statuses[status] = (statuses[status] ?? 0) + 1
        bodies.push(body)
        if (bodies.length === requests.length)
          resolve({ tookMs, statuses, bodies, seconds: (now - startedAt) / 1_000 })
        else send()
      }
      line.socket.once('close', () => reject(new Error('the server closed a connection')))
      send()
    }
  })
}

function amountIn(body: string): bigint {
  return BigInt(/"amount":(\d+)/.exec(body)?.[1] ?? 0)
}

interface Prepared {
  lines: Line[]
  requests: Buffer[]
  perSecond: number | undefined
}

let prepared: Prepared

/** Open the connections and write the requests out. */
async function prepare(ask: LoadAsk): Promise<void> {
  const requests = ask.requests.map((request) => written(request, ask.headers ?? {}))
  const lines = await Promise.all(Array.from({ length: ask.connections }, () => openLine(ask.port)))
  prepared = { lines, requests, perSecond: ask.perSecond }
}

/** Send every request once and tell how it went. */
async function load(): Promise<LoadReply> {
  const { lines, requests } = prepared
  const { tookMs, statuses, bodies, seconds } = await storm(prepared)
  for (const { socket } of lines) {
    socket.removeAllListeners('close')
    socket.destroy()
  }
  tookMs.sort()
  const at = (part: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * part))]!
  return {
    requests: requests.length,
    seconds,
    perSecond: requests.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    longestMs: at(1),
    statuses,
    amount: bodies.reduce((sum, body) => sum + amountIn(body), 0n),
    sample: bodies[0] ?? '',
  }
}

answerParent({ prepare, load })
