/**
 * Callers for tests through the application: an operator with every scope, members with tokens, every reply held to
 * its route (api.ts), and a look into the database by SQL of the test's own, not through the code under test.
 */

import pg from 'pg'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { dayMs } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { createApp, type App } from '../app.ts'
import { createKey } from '../keys/create-key.ts'
import { mintSession } from '../keys/mint-session.ts'
import { scopes } from '../keys/scopes.ts'
import { callerOf } from './api.ts'
import { memberWith, startTestService, type TestService } from './service.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface Reply {
  status: number
  body: Record<string, unknown>
}

export interface Caller {
  call(method: Method, url: string, body?: object, key?: string): Promise<Reply>
}

export interface Person extends Caller {
  id: string
}

export interface ToldEvent {
  seq: number
  kind: string
  data: Record<string, unknown>
  audience: string[]
}

export interface Callers {
  service: TestService
  app: App
  operator: Caller
  /** A member with a token and, where it is said, money. */
  person(name: string, amount?: Amount): Promise<Person>
  /** A member who is there already, with a token for a month from now. */
  signedIn(memberId: string): Promise<Person>
  /** Rows by SQL of the test's own. */
  rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]>
  /** The events of a source, in order, each with who hears it. */
  events(sourceId: string): Promise<ToldEvent[]>
  close(): Promise<void>
}

const eventsOf = `
  select event.seq::int as seq, event.kind, event.data,
    array(select audience_id from unnest(event.audience) as audience_id order by 1) as audience
  from event where event.source_id = $1 order by event.seq`

/** Open the application on a fresh database, with an operator; a guard judges its sends where one is given. */
export async function openCallers(guard?: GuardPolicy): Promise<Callers> {
  const service = await startTestService(undefined, guard)
  const { ctx } = service
  const app = await createApp(ctx, { limits: 'off' })
  const sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
  let keys = 0

  function callerWith(token: string): Caller {
    const call = callerOf(app.app, token)
    return {
      async call(method, url, body, key = `key-${++keys}`) {
        const reply = await call(method, url, { key, ...(body && { body }) })
        return { status: reply.status, body: reply.body }
      },
    }
  }

  async function signedIn(memberId: string): Promise<Person> {
    const ask = { memberId, lifetimeMs: 30 * dayMs, by: 'test' }
    const { token } = await ctx.db.transaction((tx) => mintSession(tx, ctx, ask))
    return { id: memberId, ...callerWith(token) }
  }

  const key = await ctx.db.transaction((tx) =>
    createKey(tx, ctx, { name: 'test', scopes, expiresAt: null, by: 'test' }),
  )
  return {
    service,
    app,
    operator: callerWith(key.token),
    person: async (name, amount = 0n) => signedIn(await memberWith(ctx, name, amount)),
    signedIn,
    rows: async (text, ...values) => (await sql.query<Record<string, unknown>>(text, values)).rows,
    events: async (sourceId) => (await sql.query<ToldEvent>(eventsOf, [sourceId])).rows,
    async close() {
      await sql.end()
      await app.stop()
      await service.close()
    },
  }
}
