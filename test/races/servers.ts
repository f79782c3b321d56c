/**
 * Two real server processes on one database, members with tokens, and plain HTTP. The test process has a context of
 * its own on the same database to make people and to look at the money afterwards.
 */

import { spawn, type ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dayMs } from '@laisee/core/instant.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import type { Context } from '@laisee/server/context.ts'
import { startTestService, testSecret, type TestService } from '@laisee/server/testing/service.ts'

const child = fileURLToPath(new URL('./server-child.ts', import.meta.url))

export interface ServerProcess {
  address: string
  databaseUrl: string
  process: ChildProcess
  /** End it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Start a server process on a database, or on an embedded one in a folder, and wait until it listens. */
export async function startServer(on: { url: string } | { dataDir: string }): Promise<ServerProcess> {
  const { LAISEE_TEST_DATABASE_URL: _, ...inherited } = process.env
  const database = 'url' in on ? { LAISEE_DATABASE_URL: on.url } : { LAISEE_DATA_DIR: on.dataDir }
  const env = { ...inherited, ...database, LAISEE_SECRET: testSecret, LAISEE_PORT: '0', LAISEE_LOG: 'error' }
  const server = spawn(process.execPath, [child], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const told = await firstLine(server)
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    server.kill(signal)
    return gone
  }
  return { ...told, process: server, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

function firstLine(server: ChildProcess): Promise<{ address: string; databaseUrl: string }> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout! }).once('line', (line) =>
      resolve(JSON.parse(line) as { address: string; databaseUrl: string }),
    )
  })
}

export interface Answer {
  status: number
  body: Record<string, unknown>
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/** One request. Rejects where no answer came, so that a test can tell an unknown outcome from a refusal. */
export function call(
  address: string,
  token: string,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  if (text !== undefined) headers['content-type'] = 'application/json'
  if (key !== undefined) headers['idempotency-key'] = key
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers, agent }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () => {
        const whole = Buffer.concat(parts).toString()
        resolve({
          status: reply.statusCode!,
          body: whole === '' ? {} : (JSON.parse(whole) as Record<string, unknown>),
        })
      })
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

/** A token for each member, in order. */
export function tokensFor(ctx: Context, memberIds: readonly string[]): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const tokens: string[] = []
    for (const memberId of memberIds) {
      const { token } = await mintSession(
        tx,
        { demo: true },
        { memberId, lifetimeMs: 30 * dayMs, by: 'test' },
      )
      tokens.push(token)
    }
    return tokens
  })
}

export interface Cluster {
  service: TestService
  servers: ServerProcess[]
  /** A token for each member, in order. */
  tokensFor(memberIds: readonly string[]): Promise<string[]>
  close(): Promise<void>
}

/** A database, `count` server processes on it, and a way to make tokens. */
export async function startCluster(count: number): Promise<Cluster> {
  const service = await startTestService()
  const servers = await Promise.all(Array.from({ length: count }, () => startServer({ url: service.url })))
  return {
    service,
    servers,
    tokensFor: (memberIds) => tokensFor(service.ctx, memberIds),
    async close() {
      await Promise.all(servers.map((server) => server.stop()))
      agent.destroy()
      await service.close()
    },
  }
}
