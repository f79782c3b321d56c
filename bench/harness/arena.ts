/** Everything a bench needs, started and stopped together: a world, Redis where it is installed, server and load. */

import { parseArgs } from 'node:util'
import { openRedisClaims, type RedisClaims, type RedisManner, type RedisSync } from '../rivals/redis-lua.ts'
import { startRedis } from '../rivals/redis.ts'
import { startChild, type Child } from './child.ts'
import type { Arena, Measure, Run } from './contest.ts'
import { withLatency } from './contest.ts'
import type { LoadAsk, LoadReply, Request } from './load.ts'
import { describeMachine, type Machine } from './machine.ts'
import { folderOf, resultsOption } from './report.ts'
import type { Batches, EngineAsk, EngineReply, OpenAsk } from './serve.ts'
import { makeWorld, type Member, type World } from './world.ts'

export interface BenchOptions {
  rounds: number
  members: number
  connections: number[]
  results: URL
}

interface Defaults {
  rounds?: string
  members?: string
  connections?: string
}

/** How a bench was asked to run: `--rounds 5 --members 24000 --connections 128,256,512 --results folder/`. */
export function readBenchOptions(defaults: Defaults = {}): BenchOptions {
  const { rounds = '5', members = '24000', connections = '128,256,512' } = defaults
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: rounds },
      members: { type: 'string', default: members },
      connections: { type: 'string', default: connections },
      results: resultsOption,
    },
  })
  return {
    rounds: Number(values.rounds),
    members: Number(values.members),
    connections: values.connections.split(',').map(Number),
    results: folderOf(values.results),
  }
}

export interface Stage extends Arena {
  readonly world: World
  readonly server: Child
  readonly load: Child
  /** Where the server listens. */
  readonly port: number
  readonly redis: RedisClaims | undefined
  readonly machine: Machine
  /** Send requests to the server and take the measure. */
  storm(
    measure: Measure,
    connections: number,
    requests: readonly Request[],
  ): Promise<{ run: Run; reply: LoadReply }>
  /** Claim in the server's process, without HTTP. */
  engine(measure: Measure, ask: EngineAsk): Promise<{ run: Run; amount: bigint }>
  close(): Promise<void>
}

/** Start it all. */
export async function setStage(): Promise<Stage> {
  const world = await makeWorld()
  const redisServer = await startRedis()
  const redis = redisServer && (await openRedisClaims(redisServer.socket))
  const server = startChild(new URL('./serve.ts', import.meta.url))
  const load = startChild(new URL('./load.ts', import.meta.url))
  const opening: OpenAsk = { url: world.url, redisSocket: redisServer?.socket ?? null }
  const port = await server.ask<number>('open', opening)
  const versions = { postgres: world.postgresVersion, redis: redisServer?.version ?? null }
  return {
    world,
    server,
    load,
    port,
    redis,
    machine: describeMachine(versions),
    processes: {
      server: server.pid,
      postgres: world.postgresPid,
      ...(redisServer && { redis: redisServer.pid }),
      load: load.pid,
    },
    batches: () => server.ask<Batches>('batches'),
    say: (line) => console.log(line),
    async storm(measure, connections, requests) {
      const ask: LoadAsk = { port, connections, requests }
      await load.ask('prepare', ask)
      const { worked, run } = await measure(() => load.ask<LoadReply>('load'))
      return { run: withLatency(run, worked), reply: worked }
    },
    async engine(measure, ask) {
      const { worked, run } = await measure(async () => ({
        ...(await server.ask<EngineReply>('engine', ask)),
        requests: ask.asks.length,
      }))
      return { run, amount: worked.amount }
    },
    async close() {
      await Promise.all([server.stop(), load.stop()])
      redis?.end()
      await redisServer?.stop()
      await world.close()
    },
  }
}

/** A load of claims over HTTP: member after member, packet after packet in turn. */
export function claimRequests(
  route: string,
  packetIds: readonly string[],
  members: readonly Member[],
): Request[] {
  return members.map(({ token }, i) => ({
    path: `${route}/${packetIds[i % packetIds.length]!}/claims`,
    token,
  }))
}

/** Every reply had this status, or the run counts for nothing. */
export function expectStatus(reply: LoadReply, status: number): void {
  const statuses = Object.keys(reply.statuses)
  if (statuses.length !== 1 || statuses[0] !== String(status))
    throw new Error(
      `replies other than ${status}: ${JSON.stringify(reply.statuses)}, such as ${reply.sample}`,
    )
}

/** Set how the server's Redis syncs and is called. */
export async function setRedis(stage: Stage, sync: RedisSync, manner: RedisManner): Promise<void> {
  await stage.server.ask('redis', { sync, manner })
}
