/**
 * The real application on a real database, with time and chance given: asked by injected requests with real tokens,
 * stopped and started again, and cut off from its database where the simulation says.
 */

import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { idFromBytes } from '@laisee/core/ids.ts'
import { dayMs, toIso, type Instant } from '@laisee/core/instant.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { openService, type OpenedService, type ServiceParts } from '@laisee/server/compose.ts'
import { freezeClock } from '@laisee/server/db/clock.sql.ts'
import { openDb, type Chance } from '@laisee/server/db/db.ts'
import { duties } from '@laisee/server/jobs/duties.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { routes } from '@laisee/server/routes.ts'
import { patient } from '@laisee/server/testing/patient.ts'
import { askedRoutes, deviceRoutes, type Ask, type Fields, type Reply } from './asks.ts'
import { breaking, type Breaks } from './breaks.ts'
import { Devices } from './devices.ts'

/** How a sentence of the service's own audit begins, so that it is never taken for one of the auditor's. */
export const ownAudit = 'laisee audit'

const secret = 'a secret for simulations, long enough'

/** Only what is asked for here: a restart is then a matter of a tenth of a second. */
const asked = routes.filter(({ name }) => [...askedRoutes, ...deviceRoutes].includes(name))
const byName = new Map(asked.map((route) => [route.name, route]))
const sessionMs = 80 * dayMs

export class Server {
  readonly #parts: ServiceParts
  readonly #breaks: { next: Breaks | null }
  readonly #tokens = new Map<string, string>()
  readonly #devices = new Devices()
  #opened!: OpenedService
  #app!: App

  private constructor(parts: ServiceParts, breaks: { next: Breaks | null }) {
    this.#parts = parts
    this.#breaks = breaks
  }

  /** Start the application on a database, with chance decided by a seed; with the guard, where it is said. */
  static async start(url: string, seed: string, guarded: boolean): Promise<Server> {
    const random = seededRandom(`${seed} service`)
    const chance: Chance = { random, newId: (kind) => idFromBytes(kind, random.bytes(16)) }
    const breaks = { next: null }
    const log = { info: () => undefined, warn: () => undefined, error: logError }
    const server = new Server(
      {
        ...{ url, secret, demo: true, log, chance, open: breaking(openDb, breaks) },
        ...(guarded ? { guard: patient(defaultPolicy) } : {}),
      },
      breaks,
    )
    await server.#start()
    return server
  }

  async #start(): Promise<void> {
    this.#opened = openService(this.#parts)
    this.#app = await createApp(this.#opened.ctx, { limits: 'off', routes: asked })
  }

  async close(): Promise<void> {
    await this.#app.stop()
    await this.#opened.close()
  }

  /** Stop it and start it again: whatever it remembered is gone. */
  async restart(): Promise<void> {
    await this.close()
    await this.#start()
  }

  /** Ask, and wait for the reply. `name` is the request's id, so that a replay gives the same bytes. */
  async ask(ask: Ask, name: string): Promise<Reply> {
    const body = await this.#signed(ask, name)
    return this.#send({ ...ask, ...(body ? { body } : {}) }, name)
  }

  /** The body as it leaves the phone. What breaks is the request itself, never what its signature asks for. */
  async #signed(ask: Ask, name: string): Promise<Fields | undefined> {
    const how = this.#breaks.next
    this.#breaks.next = null
    const body = await this.#devices.bodyOf(ask, (own) => this.#send(own, `${name}-device`))
    this.#breaks.next = how
    return body
  }

  async #send(ask: Ask, name: string): Promise<Reply> {
    const route = byName.get(ask.route)
    if (!route) throw new Error(`there is no route ${ask.route}`)
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => ask.params![field]!)
    const query = ask.query ? `?${new URLSearchParams(ask.query).toString()}` : ''
    const response = await this.#app.app.inject({
      method: route.method,
      url: path + query,
      headers: {
        authorization: `Bearer ${this.#tokens.get(ask.as)}`,
        'x-request-id': name,
        ...(ask.key === undefined ? {} : { 'idempotency-key': ask.key }),
        ...(ask.body ? { 'content-type': 'application/json' } : {}),
        ...(ask.file ? { 'content-type': ask.file.type } : {}),
      },
      ...(ask.body ? { payload: JSON.stringify(ask.body) } : {}),
      ...(ask.file ? { payload: ask.file.text } : {}),
    })
    const text = response.payload
    return { status: response.statusCode, text, body: text === '' ? {} : (JSON.parse(text) as Fields) }
  }

  /** Let this process know who asks and what for, so that nothing but their order decides a crowd's claims. */
  async remind(asks: readonly Ask[]): Promise<void> {
    for (const { as, params } of asks) {
      const token = this.#tokens.get(as)!
      while (this.#app.gate.known(token) === undefined) await this.#app.gate.verify(token)
      if (params?.id) await this.#opened.ctx.doors.find(params.id)
    }
  }

  /** Let the connection to the database break in the next transaction, or no longer. */
  breakNext(how: Breaks | null): void {
    this.#breaks.next = how
  }

  /** Run one duty until nothing is due. */
  async runDuty(name: string): Promise<void> {
    const duty = duties.find((one) => one.name === name)
    if (!duty) throw new Error(`there is no duty ${name}`)
    while ((await duty.run(this.#opened.ctx.db)) > 0);
  }

  async moveClock(to: Instant): Promise<void> {
    await this.#opened.ctx.db.run(freezeClock, toIso(to))
  }

  /** Give a member, or the operator, a token; once, for an answer given again may name somebody forgotten since. */
  async admit(who: string): Promise<void> {
    if (this.#tokens.has(who)) return
    const { ctx } = this.#opened
    const by = 'operator'
    const { token } = await ctx.db.transaction((tx) =>
      who === 'operator'
        ? createKey(tx, ctx, { name: 'simulation', scopes, expiresAt: null, by: 'cli' })
        : mintSession(tx, ctx, { memberId: who, lifetimeMs: sessionMs, by }),
    )
    this.#tokens.set(who, token)
  }

  /** What the service's own audit finds, in words, once what has happened stands in the log's tree. */
  async audit(): Promise<string[]> {
    await this.runDuty('sequence-log')
    const { checks } = await auditEverything(this.#opened.ctx.db)
    const tree = checks.find(({ check }) => check === 'log_holds')
    const bare = tree!.looked === 0 ? [`${ownAudit} log_holds: the tree is empty`] : []
    const found = checks.flatMap(({ check, differences }) =>
      differences.map(({ about, says }) => `${ownAudit} ${check}: ${about} ${says}`),
    )
    return [...bare, ...found]
  }
}

function logError(data: object, message: string): void {
  process.stderr.write(`${message} ${String((data as { err?: Error }).err?.stack)}\n`)
}
