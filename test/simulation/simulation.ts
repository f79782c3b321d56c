/**
 * A simulated week or less: seeded people act on the real application, the world is unkind to it, and after every step
 * the auditor compares. Steps are serial; one seed gives one trace.
 */

import pg from 'pg'
import type { Ask, Reply } from './asks.ts'
import { Auditor } from './auditor.ts'
import { compare, type Settled } from './auditor/compare.ts'
import { observe, readyToObserve } from './observe.ts'
import { Server } from './server.ts'
import type { Fault, Step } from './steps.ts'
import { Trace } from './trace.ts'
import { firstMorning, Workload } from './workload.ts'

export interface Outcome {
  seed: number
  days: number
  steps: number
  /** What the auditor found at the last step; empty where it agreed to the end. */
  differences: string[]
  trace: Trace
  /** How often each route was answered how: `claimPacket 200`, `claimPacket packet_paused`. */
  answers: Map<string, number>
}

export interface SimulationOptions {
  /** A fresh, migrated database. */
  url: string
  seed: number
  days: number
}

/** Two of three seeds have the guard on: without it as much as with it, all else must hold. */
const isGuarded = (seed: number) => seed % 3 !== 1

/** Run one seed until its last day is over or the auditor disagrees. */
export async function simulate(options: SimulationOptions): Promise<Outcome> {
  const client = new pg.Client({ connectionString: options.url })
  await client.connect()
  await readyToObserve(client)
  await client.query('update clock set frozen_at = $1', [new Date(firstMorning)])
  const guarded = isGuarded(options.seed)
  const server = await Server.start(options.url, String(options.seed), guarded)
  try {
    const run = new Run(server, client, options)
    return await run.toTheEnd()
  } finally {
    await server.close()
    await client.end()
  }
}

class Run {
  readonly #server: Server
  readonly #client: pg.Client
  readonly #options: SimulationOptions
  readonly #auditor: Auditor
  readonly #trace = new Trace()
  readonly #workload: Workload
  readonly #settled: Settled = new Map()
  readonly #answers = new Map<string, number>()
  #step = 0
  #requests = 0

  constructor(server: Server, client: pg.Client, options: SimulationOptions) {
    this.#server = server
    this.#client = client
    this.#options = options
    this.#auditor = new Auditor(isGuarded(options.seed))
    this.#auditor.moveClock(firstMorning)
    this.#workload = new Workload(String(options.seed), options.days, this.#auditor.world)
  }

  async toTheEnd(): Promise<Outcome> {
    await this.#server.admit('operator')
    let differences: string[] = []
    for (let step = this.#workload.next(); step && differences.length === 0; step = this.#workload.next()) {
      this.#step += 1
      differences = await this.#take(step)
      // Time alone writes nothing: what it decides is written by whoever comes next, and compared then.
      if (step.do !== 'clock') differences.push(...(await this.#compare(this.#settled)))
    }
    if (differences.length === 0) differences = await this.#settleAll()
    const { seed, days } = this.#options
    return { seed, days, steps: this.#step, differences, trace: this.#trace, answers: this.#answers }
  }

  /** After the last day: everything is compared from the first line on, and the service's own audit must be clean too. */
  async #settleAll(): Promise<string[]> {
    return [...(await this.#compare(new Map())), ...(await this.#server.audit())]
  }

  async #compare(settled: Settled): Promise<string[]> {
    return compare(this.#auditor.world, await observe(this.#client, settled), settled)
  }

  async #take(step: Step): Promise<string[]> {
    switch (step.do) {
      case 'ask':
        return this.#askWith(step.ask, step.fault)
      case 'together':
        return this.#askTogether(step.asks)
      case 'clock':
        await this.#server.moveClock(step.to)
        this.#auditor.moveClock(step.to)
        this.#trace.write('clock', new Date(step.to).toISOString())
        return []
      case 'duties':
        for (const name of step.names) {
          await this.#server.runDuty(name)
          this.#auditor.hearDuty(name)
        }
        this.#trace.write('duties', step.names)
        return []
      case 'restart':
        await this.#server.restart()
        this.#trace.write('restart')
        return []
    }
  }

  async #askWith(ask: Ask, fault: Fault | undefined): Promise<string[]> {
    if (fault === undefined) return this.#ask(ask)
    if (fault === 'lost_reply') return [...(await this.#ask(ask)), ...(await this.#ask(ask))]
    if (fault === 'other_body') return [...(await this.#ask(ask)), ...(await this.#ask(somethingElse(ask)))]
    if (fault === 'twice') return this.#askTwice(ask)
    this.#trace.write('break', fault)
    this.#server.breakNext(fault)
    const found = await (fault === 'at_begin' ? this.#askInVain(ask) : this.#ask(ask))
    this.#server.breakNext(null)
    return fault === 'at_begin' ? [...found, ...(await this.#ask(ask))] : found
  }

  async #ask(ask: Ask): Promise<string[]> {
    const reply = await this.#server.ask(ask, this.#name())
    return this.#hear(ask, reply)
  }

  /** Nothing may have happened; the client is told to come again. */
  async #askInVain(ask: Ask): Promise<string[]> {
    const reply = await this.#server.ask(ask, this.#name())
    this.#write(ask, reply)
    return reply.status === 503 ? [] : [`without a database it was answered ${reply.status} ${reply.text}`]
  }

  /** One request, delivered twice at once: both copies carry the same name. */
  async #askTwice(ask: Ask): Promise<string[]> {
    const name = this.#name()
    const replies = await Promise.all([this.#server.ask(ask, name), this.#server.ask(ask, name)])
    const found: string[] = []
    for (const reply of replies) found.push(...(await this.#hear(ask, reply)))
    return found
  }

  async #askTogether(asks: Ask[]): Promise<string[]> {
    await this.#server.remind(asks)
    const names = asks.map(() => this.#name())
    const replies = await Promise.all(asks.map((ask, i) => this.#server.ask(ask, names[i]!)))
    const heard = asks.map((ask, i) => ({ ask, reply: replies[i]! }))
    const found: string[] = []
    for (const { ask, reply } of inOrderOfShares(heard)) found.push(...(await this.#hear(ask, reply)))
    return found
  }

  async #hear(ask: Ask, reply: Reply): Promise<string[]> {
    this.#write(ask, reply)
    const found = this.#auditor.hear(ask, reply)
    if (ask.route === 'createMember' && reply.status === 201) await this.#server.admit(String(reply.body.id))
    return found.map((difference) => `${ask.route} by ${ask.as}: ${difference}`)
  }

  #write(ask: Ask, reply: Reply): void {
    const answer = `${ask.route} ${reply.status < 300 ? reply.status : String(reply.body.code)}`
    this.#answers.set(answer, (this.#answers.get(answer) ?? 0) + 1)
    this.#trace.write('ask', ask, reply.status, reply.body)
  }

  #name(): string {
    this.#requests += 1
    return `req-${this.#options.seed}-${this.#requests}`
  }
}

/**
 * A crowd before one packet is served as it came. Before two, whoever stands at both has one share now and the other in a
 * later batch: then the shares' numbers say who came when, and the auditor that they are dense.
 */
function inOrderOfShares(heard: { ask: Ask; reply: Reply }[]): { ask: Ask; reply: Reply }[] {
  if (new Set(heard.map(({ ask }) => ask.params!.id)).size === 1) return heard
  const shareNo = ({ body }: Reply) => (typeof body.shareNo === 'number' ? body.shareNo : Infinity)
  return heard.toSorted((a, b) =>
    shareNo(a.reply) < shareNo(b.reply) ? -1 : shareNo(a.reply) > shareNo(b.reply) ? 1 : 0,
  )
}

/** The same key, used for another request. */
function somethingElse({ as, key }: Ask): Ask {
  const other =
    as === 'operator'
      ? { route: 'createGroup', body: { name: '别的' } }
      : { route: 'changeMe', body: { undoS: 10 } }
  return { ...other, as, ...(key === undefined ? {} : { key }) }
}
