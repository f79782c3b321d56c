/**
 * The real application on a real database, with time and chance given: asked by injected requests with real tokens,
 * stopped and started again, and cut off from its database where the simulation says.
 */

import { idFromBytes } from '@laisee/core/ids.ts'
import { dayMs, toIso, type Instant } from '@laisee/core/instant.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { openService, type OpenedService } from '@laisee/server/compose.ts'
import { freezeClock } from '@laisee/server/db/clock.sql.ts'
import { openDb, type Chance } from '@laisee/server/db/db.ts'
import { duties } from '@laisee/server/jobs/duties.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { routes } from '@laisee/server/routes.ts'
import { askedRoutes, type Ask, type Fields, type Reply } from './asks.ts'
import { breaking, type Breaks } from './breaks.ts'

const secret = 'a secret for simulations, long enough'

export interface Server {
  /** Ask, and wait for the reply. `name` is the request's id, so that a replay gives the same bytes. */
  ask(ask: Ask, name: string): Promise<Reply>
  /** Let this process know who asks and what for, so that nothing but their order decides a crowd's claims. */
  remind(asks: readonly Ask[]): Promise<void>
  /** Let the connection to the database break in the next transaction, or no longer. */
  breakNext(how: Breaks | null): void
  /** Run one duty until nothing is due. */
  runDuty(name: string): Promise<void>
  moveClock(to: Instant): Promise<void>
  /** Give a member a token. */
  admit(memberId: string): Promise<void>
  /** Stop it and start it again: whatever it remembered is gone. */
  restart(): Promise<void>
  /** What the service's own audit finds, in words. */
  audit(): Promise<string[]>
  close(): Promise<void>
}

/** Only what is asked for here: a restart is then a matter of a tenth of a second. */
const asked = routes.filter(({ name }) => askedRoutes.includes(name))
const byName = new Map(asked.map((route) => [route.name, route]))

/** Start the application on a database, with chance decided by a seed. */
export async function startServer(url: string, seed: string): Promise<Server> {
  const random = seededRandom(`${seed} service`)
  const chance: Chance = { random, newId: (kind) => idFromBytes(kind, random.bytes(16)) }
  const breaks: { next: Breaks | null } = { next: null }
  const log = { info: () => undefined, warn: () => undefined, error: logError }
  const parts = { url, secret, demo: true, log, chance, open: breaking(openDb, breaks) }
  const tokens = new Map<string, string>()
  let opened: OpenedService
  let app: App

  async function start(): Promise<void> {
    opened = openService(parts)
    app = await createApp(opened.ctx, { limits: 'off', routes: asked })
  }
  async function stop(): Promise<void> {
    await app.stop()
    await opened.close()
  }
  await start()

  return {
    async ask(ask, name) {
      const route = byName.get(ask.route)
      if (!route) throw new Error(`there is no route ${ask.route}`)
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => ask.params![field]!)
      const query = ask.query ? `?${new URLSearchParams(ask.query).toString()}` : ''
      const response = await app.app.inject({
        method: route.method,
        url: path + query,
        headers: {
          authorization: `Bearer ${tokens.get(ask.as)}`,
          'x-request-id': name,
          ...(ask.key === undefined ? {} : { 'idempotency-key': ask.key }),
          ...(ask.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(ask.body ? { payload: JSON.stringify(ask.body) } : {}),
      })
      const text = response.payload
      return { status: response.statusCode, text, body: text === '' ? {} : (JSON.parse(text) as Fields) }
    },
    async remind(asks) {
      for (const { as, params } of asks) {
        const token = tokens.get(as)!
        while (app.gate.known(token) === undefined) await app.gate.verify(token)
        if (params?.id) await opened.ctx.doors.find(params.id)
      }
    },
    breakNext: (how) => void (breaks.next = how),
    async runDuty(name) {
      const duty = duties.find((one) => one.name === name)
      if (!duty) throw new Error(`there is no duty ${name}`)
      while ((await duty.run(opened.ctx.db)) > 0);
    },
    moveClock: async (to) => void (await opened.ctx.db.run(freezeClock, toIso(to))),
    async admit(memberId) {
      const { db } = opened.ctx
      const lifetimeMs = 80 * dayMs
      const { token } = await db.transaction((tx) =>
        memberId === 'operator'
          ? createKey(tx, opened.ctx, { name: 'simulation', scopes, expiresAt: null, by: 'cli' })
          : mintSession(tx, opened.ctx, { memberId, lifetimeMs, by: 'operator' }),
      )
      tokens.set(memberId, token)
    },
    async restart() {
      await stop()
      await start()
    },
    async audit() {
      const { checks } = await auditEverything(opened.ctx.db)
      return checks.flatMap(({ check, differences }) => differences.map(({ about, says }) => `${check}: ${about} ${says}`))
    },
    close: stop,
  }
}

function logError(data: object, message: string): void {
  process.stderr.write(`${message} ${String((data as { err?: Error }).err?.stack)}\n`)
}
