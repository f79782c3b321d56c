/** The server that is measured, in a process of its own: the service, and the rivals beside it. */

import { Session } from 'node:inspector/promises'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { openService, type OpenedService } from '@laisee/server/compose.ts'
import { hint } from '@laisee/server/hints.ts'
import { startDuties, type RunningDuties } from '@laisee/server/jobs/duties.ts'
import { routes } from '@laisee/server/routes.ts'
import { answerParent } from './child.ts'
import { openContenders, type Contender, type Contenders } from './contenders.ts'
import type { RedisManner, RedisSync } from '../rivals/redis-lua.ts'
import { rivalRoutes } from '../rivals/routes.ts'
import { benchSecret } from './world.ts'

export interface OpenAsk {
  url: string
  redisSocket: string | null
}

export interface EngineAsk {
  contender: Contender
  /** Packet and member of each claim. */
  asks: readonly (readonly [packetId: string, memberId: string])[]
  /** How many wait at once. */
  inFlight: number
}

export interface EngineReply {
  seconds: number
  amount: bigint
}

export interface Batches {
  count: number
  claims: number
  largest: number
}

const quiet = () => undefined
let service: OpenedService
let contenders: Contenders
let app: App
let guarded: { service: OpenedService; app: App } | undefined
let duties: RunningDuties
const profiler = new Session()

/** Keep so many claims waiting until every one is answered. */
async function engine({ contender, asks, inFlight }: EngineAsk): Promise<EngineReply> {
  const claim = contenders.claim[contender]
  const startedAt = performance.now()
  let next = 0
  let amount = 0n
  const keepClaiming = async (): Promise<void> => {
    while (next < asks.length) {
      const [packetId, memberId] = asks[next++]!
      const share = await claim({ packetId, memberId, isRecipient: true, linkExpireAt: null })
      amount += share.amount
    }
  }
  await Promise.all(Array.from({ length: inFlight }, keepClaiming))
  return { seconds: (performance.now() - startedAt) / 1_000, amount }
}

answerParent(
  {
    /** Open the service as `main.ts` does, with the rivals' routes beside its own. Gives the port. */
    async open({ url, redisSocket }: OpenAsk): Promise<number> {
      const log = {
        info: quiet,
        warn: (_data: object, message: string) => console.warn(message),
        error: console.error,
      }
      service = openService({ url, secret: benchSecret, demo: false, log })
      contenders = await openContenders(service, url, redisSocket)
      app = await createApp(service.ctx, { routes: [...routes, ...rivalRoutes(contenders)] })
      duties = startDuties(service.ctx.db, log, () => hint('events'))
      await app.app.listen({ host: '127.0.0.1', port: 0 })
      return (app.app.server.address() as AddressInfo).port
    },
    /** The service once more on the same database, with the guard's rules as `main.ts` has them. Gives its port. */
    async openGuarded({ url }: Pick<OpenAsk, 'url'>): Promise<number> {
      const log = { info: quiet, warn: quiet, error: console.error }
      const beside = openService({ url, secret: benchSecret, demo: false, log, guard: defaultPolicy })
      guarded = { service: beside, app: await createApp(beside.ctx, { routes }) }
      await guarded.app.app.listen({ host: '127.0.0.1', port: 0 })
      return (guarded.app.app.server.address() as AddressInfo).port
    },
    engine,
    /** What the queue has run since it was last asked. */
    batches(): Batches {
      const { batches } = service.ctx.claims
      const since = { ...batches }
      Object.assign(batches, { count: 0, claims: 0, largest: 0 })
      return since
    },
    async redis({ sync, manner }: { sync: RedisSync; manner: RedisManner }) {
      contenders.redis!.setManner(manner)
      await contenders.redis!.sync(sync)
    },
    async profile() {
      profiler.connect()
      await profiler.post('Profiler.enable')
      await profiler.post('Profiler.start')
    },
    async profiled(file: string) {
      const { profile } = await profiler.post('Profiler.stop')
      await writeFile(file, JSON.stringify(profile))
      profiler.disconnect()
    },
  },
  async () => {
    await guarded?.app.stop()
    await guarded?.service.close()
    await app.stop()
    await duties.stop()
    await contenders.close()
    await service.close()
  },
)
