/**
 * A storm of claims on one packet, over HTTP and engine against engine, with its rivals in turn. Every request is
 * another member's first claim; every run ends with the money checked. `node bench/claim-storm.ts --rounds 5`.
 */

import { readBenchOptions, setStage } from './harness/arena.ts'
import { ratioOf, runContest, serverCpuUs, type Entry, type Result, type Run } from './harness/contest.ts'
import {
  aloneClaimsMax,
  claimEntry,
  engineEntry,
  engineRedisEntry,
  gather,
  noesEntry,
  noOpEntry,
  redisEntry,
  type Crowd,
} from './harness/crowd.ts'
import { checkWallets } from './harness/money.ts'
import { bar, publish, today, type Bar, type Section } from './harness/report.ts'
import { runPgbench } from './rivals/pgbench.ts'

const options = readBenchOptions()
const engineAtOnce = [64, 256, 1_024]
const alone = 'one transaction a claim'

async function httpSection(crowd: Crowd, atOnce: number): Promise<Section> {
  const { stage } = crowd
  const syncs = stage.redis ? (['always', 'everysec'] as const) : []
  const entries: Entry[] = [
    await noOpEntry(crowd, atOnce),
    await claimEntry(crowd, 'claims', atOnce),
    ...syncs.map((sync) => redisEntry(crowd, atOnce, sync)),
    await claimEntry(crowd, alone, atOnce),
    await noesEntry(crowd, atOnce),
  ]
  await stage.world.delivered()
  const title = `One hot packet over HTTP, ${atOnce} connections`
  stage.say(`\n${title}`)
  return { title, yardstick: 'no-op', results: await runContest(stage, entries, options.rounds) }
}

async function engineSection(crowd: Crowd): Promise<Section> {
  const { stage } = crowd
  const entries: Entry[] = []
  for (const atOnce of engineAtOnce) entries.push(await engineEntry(crowd, 'claims', atOnce))
  entries.push(await engineEntry(crowd, alone, 32))
  if (stage.redis) {
    for (const manner of ['each', 'batch'] as const)
      for (const sync of ['always', 'everysec'] as const)
        entries.push(engineRedisEntry(crowd, 256, sync, manner))
  }
  await stage.world.delivered()
  const title = 'Engine against engine, one hot packet, without HTTP'
  stage.say(`\n${title}`)
  return { title, yardstick: alone, results: await runContest(stage, entries, options.rounds) }
}

const speed = (run: Run) => run.perSecond

function barsOf(section: Section, atOnce: number): Bar[] {
  const of = (name: string): Result | undefined => section.results.find((result) => result.name === name)
  const claims = of('claims')!
  const noOp = of('no-op')!
  const redis = of('Redis + Lua, always')
  const on = `${atOnce} connections`
  const bars = [
    bar(`hot packet to no-op, ${on}`, { atLeast: atOnce < 256 ? 0.7 : 0.75 }, ratioOf(claims, noOp, speed)),
    bar(`hot packet to ${alone}, ${on}`, { atLeast: 20 }, ratioOf(claims, of(alone)!, speed)),
    bar(`CPU a claim to CPU a no-op, ${on}`, { atMost: 1.8 }, ratioOf(claims, noOp, serverCpuUs)),
  ]
  if (redis)
    bars.push(
      bar(`hot packet to Redis + Lua synced always, ${on}`, { atLeast: 1 }, ratioOf(claims, redis, speed)),
    )
  if (atOnce === 512) {
    const p99 = (run: Run) => run.latencyMs!.p99
    bars.push(bar(`p99 to that of no-op, ${on}`, { atMost: 2 }, ratioOf(claims, noOp, p99)))
  }
  return bars
}

const stage = await setStage()
try {
  const members = await stage.world.makeMembers(options.members)
  const crowd = await gather(stage, members, 1, options.rounds)
  const sections: Section[] = []
  for (const atOnce of options.connections) sections.push(await httpSection(crowd, atOnce))
  const bars = sections.flatMap((section, i) => barsOf(section, options.connections[i]!))
  sections.push(await engineSection(crowd))
  await checkWallets(stage.world.sql)
  const settings = {
    rounds: options.rounds,
    'claims a run': options.members,
    [`of ${alone}`]: aloneClaimsMax,
  }
  const notes = await runPgbench(stage.world)
  const { machine } = stage
  publish({ bench: 'claim-storm', date: today(), machine, settings, sections, bars, notes }, options.results)
} finally {
  await stage.close()
}
