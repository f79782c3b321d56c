/** A Redis of the bench's own, and as much of a client as it needs. */

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readRespReply, writeRespCommand, type RespReply } from './resp.ts'

export interface RedisServer {
  readonly socket: string
  readonly pid: number
  readonly version: string
  stop(): Promise<void>
}

/** Start a Redis of the bench's own with an append-only file; undefined where none is installed. */
export async function startRedis(): Promise<RedisServer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'laisee-redis-'))
  const socket = join(folder, 's')
  const settings = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
  ]
  const server = spawn('redis-server', settings, { stdio: 'ignore' })
  const started = await Promise.race([
    isUp(socket),
    new Promise<false>((no) => server.once('error', () => no(false))),
  ])
  if (!started) {
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
  const client = await openRedis(socket)
  const about = String(await client.call(['info', 'server']))
  client.end()
  return {
    socket,
    pid: server.pid!,
    version: /redis_version:(\S+)/.exec(about)?.[1] ?? 'unknown',
    async stop() {
      await ended(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function isUp(socket: string): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      const client = await openRedis(socket)
      client.end()
      return true
    } catch {
      await sleep(25)
    }
  }
  return false
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

export interface RedisClient {
  /** Replies come in the order of the calls; all calls of one turn of the event loop leave in one write. */
  call(command: readonly (string | number)[]): Promise<RespReply>
  end(): void
}

/** Connect to a Redis at a Unix socket. */
export function openRedis(path: string): Promise<RedisClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(clientOn(socket)))
    socket.once('error', reject)
  })
}

function clientOn(socket: Socket): RedisClient {
  const waiting: { resolve(reply: RespReply): void; reject(error: Error): void }[] = []
  let answered = 0
  let unsent = ''
  let rest = Buffer.alloc(0)
  const flush = (): void => {
    socket.write(unsent)
    unsent = ''
  }
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    for (;;) {
      const read = readRespReply(rest, at)
      if (!read) break
      at = read.end
      const { resolve, reject } = waiting[answered++]!
      if (read.reply instanceof Error) reject(read.reply)
      else resolve(read.reply)
    }
    rest = rest.subarray(at)
    if (answered === waiting.length) waiting.length = answered = 0
  })
  return {
    call: (command) =>
      new Promise((resolve, reject) => {
        if (unsent === '') setImmediate(flush)
        unsent += writeRespCommand(command)
        waiting.push({ resolve, reject })
      }),
    end: () => socket.destroy(),
  }
}
