/**
 * Two real server processes on one database, members with tokens, and plain HTTP. The test process has a context of
 * its own on the same database to make people and to look at the money afterwards.
 */

import { spawn, type ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { startTestService, testSecret, type TestService } from '@laisee/server/testing/service.ts'

const child = fileURLToPath(new URL('./server-child.ts', import.meta.url))

export interface ServerProcess {
  address: string
  process: ChildProcess
  /** End it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Start a server process on a database and wait until it listens. */
export async function startServer(url: string, environment: Record<string, string> = {}): Promise<ServerProcess> {
  const env = {
    ...process.env,
    LAISEE_DATABASE_URL: url,
    LAISEE_SECRET: testSecret,
    LAISEE_PORT: '0',
    LAISEE_LOG: 'error',
    ...environment,
  }
  const server = spawn(process.execPath, [child], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await firstLine(server)
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    server.kill(signal)
    return gone
  }
  return { address, process: server, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout! }).once('line', (line) => resolve((JSON.parse(line) as { address: string }).address))
  })
}

export interface Answer {
  status: number
  body: Record<string, unknown>
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/** One request. Rejects where no answer came, so that a test can tell an unknown outcome from a refusal. */
export function call(address: string, token: string, method: string, path: string, body?: object, key?: string): Promise<Answer> {
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
        resolve({ status: reply.statusCode!, body: whole === '' ? {} : (JSON.parse(whole) as Record<string, unknown>) })
      })
    })
    sent.on('error', reject)
    sent.end(text)
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
  const servers = await Promise.all(Array.from({ length: count }, () => startServer(service.url)))
  return {
    service,
    servers,
    tokensFor: (memberIds) =>
      service.ctx.db.transaction(async (tx) => {
        const tokens: string[] = []
        for (const memberId of memberIds) {
          const { token } = await mintSession(tx, { memberId, forS: 86_400, demo: true })
          tokens.push(token)
        }
        return tokens
      }),
    async close() {
      await Promise.all(servers.map((server) => server.stop()))
      agent.destroy()
      await service.close()
    },
  }
}
