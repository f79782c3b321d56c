/** Two servers on one database, listening, with people who hear their streams and events that a test tells itself. */

import { createApp, type App } from '../../app.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/db.ts'
import { createKey } from '../../keys/create-key.ts'
import { mintSession } from '../../keys/mint-session.ts'
import { scopes } from '../../keys/scopes.ts'
import { callerOf, type Call } from '../../testing/api.ts'
import { listen, type Frame, type Listening } from '../../testing/listen.ts'
import { memberWith, startTestService, type TestService } from '../../testing/service.ts'
import { tell } from '../append.ts'

export interface Server {
  ctx: Context
  app: App
  url: string
}

export interface Person {
  id: string
  token: string
  sessionId: string
  call: Call
}

export interface TwoServers {
  service: TestService
  near: Server
  far: Server
  /** An operator's token with every scope. */
  operator: string
  operate: Call
  person(name: string, amount?: bigint): Promise<Person>
  /** Open a stream; `stopStreams` closes it. */
  stream(server: Server, token: string, query?: string, lastEventId?: string): Promise<Listening>
  /** Open a stream and wait until it has told the past. */
  live(server: Server, token: string, query?: string, lastEventId?: string): Promise<Listening>
  stopStreams(): void
  close(): Promise<void>
}

/** A server of this service, listening. */
export async function serverOf(ctx: Context, streamsMax = 60): Promise<Server> {
  const app = await createApp(ctx, { limits: 'off', streamsMax })
  return { ctx, app, url: `${await app.app.listen({ host: '127.0.0.1', port: 0 })}/v1/events` }
}

/** Start two servers. */
export async function startTwoServers(): Promise<TwoServers> {
  const service = await startTestService()
  const { ctx } = service
  const near = await serverOf(ctx)
  const far = await serverOf(service.another().ctx)
  const key = { name: 'test', scopes, expiresAt: null, by: 'test' }
  const { token: operator } = await ctx.db.transaction((tx) => createKey(tx, ctx, key))
  const open: Listening[] = []

  async function stream(server: Server, token: string, query = '', lastEventId?: string): Promise<Listening> {
    const listening = await listen(`${server.url}${query}`, token, lastEventId)
    open.push(listening)
    return listening
  }

  return {
    service,
    near,
    far,
    operator,
    operate: callerOf(near.app.app, operator),
    async person(name, amount = 0n) {
      const id = await memberWith(ctx, name, amount)
      const ask = { memberId: id, lifetimeMs: 86_400_000, by: 'test' }
      const session = await ctx.db.transaction((tx) => mintSession(tx, ctx, ask))
      return { id, token: session.token, sessionId: session.id, call: callerOf(near.app.app, session.token) }
    },
    stream,
    async live(server, token, query, lastEventId) {
      const listening = await stream(server, token, query, lastEventId)
      await listening.until((frames) => frames.some((frame) => frame.event === 'ready'))
      return listening
    },
    stopStreams() {
      for (const one of open.splice(0)) one.stop()
    },
    async close() {
      await near.app.stop()
      await far.app.stop()
      await service.close()
    },
  }
}

let sources = 0

/** A source of the test's own. */
export function newSource(): string {
  return `test_${String(++sources).padStart(26, '0')}`
}

/** Tell an event of a source of the test's own. */
export async function say(
  tx: Tx,
  sourceId: string,
  seq: number,
  audience: string[] = [],
  data: Record<string, unknown> = {},
): Promise<void> {
  await tell(tx, { sourceId, seq: BigInt(seq), kind: 'member.changed', at: await tx.now(), data, audience })
}

/** The same, in a transaction of its own. */
export function sayIn(
  ctx: Context,
  sourceId: string,
  seq: number,
  audience: string[] = [],
  data: Record<string, unknown> = {},
): Promise<void> {
  return ctx.db.transaction((tx) => say(tx, sourceId, seq, audience, data))
}

/** An event's name: its source and number. */
export function nameOf({ data }: Pick<Frame, 'data'>): string {
  return `${data.sourceId as string} ${data.seq as number}`
}

/**
 * The events a test told itself, by name: others of its making (sessions, groups) may come late, when a transaction
 * elsewhere on the same database server held the streams back.
 */
export function told(frames: readonly Pick<Frame, 'data'>[]): string[] {
  return frames.map(nameOf).filter((name) => name.startsWith('test_'))
}

/**
 * Read pages until there are no more, and so many events of the test's own: what it told itself, and where to go on.
 * A transaction elsewhere on the same database server may hold the end of the streams back for a while.
 */
export async function pages(
  call: Call,
  cursor?: string,
  atLeast = 0,
): Promise<{ names: string[]; cursor: string }> {
  const names: string[] = []
  const until = performance.now() + 10_000
  for (let next = cursor; ;) {
    const page = await call('GET', `/v1/events?limit=7${next === undefined ? '' : `&cursor=${next}`}`)
    if (page.status !== 200) throw new Error(page.text)
    const events = page.body.events as Record<string, unknown>[]
    next = page.body.cursor as string
    names.push(...told(events.map((data) => ({ data }))))
    if (events.length > 0) continue
    if (names.length >= atLeast || performance.now() > until) return { names, cursor: next }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
