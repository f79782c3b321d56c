/**
 * A storm of claims on one packet, over HTTP and engine against engine, with its rivals in turn. Every request is
 * another member's first claim; every run ends with the money checked. `node bench/claim-storm.ts --rounds 5`.
 */

import {
  claimRequests,
  expectStatus,
  noOpEntry,
  readBenchOptions,
  setRedis,
  setStage,
  type Stage,
} from './harness/arena.ts'
import { ratioOf, runContest, serverCpuUs, type Entry, type Result, type Run } from './harness/contest.ts'
import { checkClaims, checkWallets } from './harness/money.ts'
import { bar, publish, type Bar, type Section } from './harness/report.ts'
import { shareAverage, type Member } from './harness/world.ts'
import { connections as aloneAtOnce } from './rivals/one-transaction.ts'
import { runPgbench } from './rivals/pgbench.ts'
import type { RedisManner, RedisSync } from './rivals/redis-lua.ts'

const options = readBenchOptions()
/** One transaction a claim is slow: a run of it takes fewer. */
const aloneClaims = Math.min(1_500, options.members)
const engineAtOnce = [64, 256, 1_024]

interface Crowd {
  stage: Stage
  members: Member[]
  groupId: string
}

/** Packets for an entry's rounds, and one for the round that warms up. */
async function packetsFor({ stage, groupId }: Crowd, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let round = 0; round <= options.rounds; round++) ids.push(await stage.world.sendPacket(groupId, count))
  return ids
}

async function claimsEntry(crowd: Crowd, atOnce: number): Promise<Entry> {
  const { stage, members } = crowd
  const packetIds = await packetsFor(crowd, members.length)
  return {
    name: 'claims',
    atOnce,
    async run(round, measure) {
      const id = packetIds[round]!
      const { run, reply } = await stage.storm(measure, atOnce, claimRequests('/v1/packets', [id], members))
      expectStatus(reply, 200)
      await checkClaims(stage.world.sql, [id], { claims: members.length, amount: reply.amount })
      return run
    },
  }
}

async function aloneEntry(crowd: Crowd, atOnce: number): Promise<Entry> {
  const { stage } = crowd
  const members = crowd.members.slice(0, aloneClaims)
  const packetIds = await packetsFor(crowd, members.length)
  return {
    name: 'one transaction a claim',
    atOnce,
    async run(round, measure) {
      const id = packetIds[round]!
      const requests = claimRequests('/v1/bench/one-transaction', [id], members)
      const { run, reply } = await stage.storm(measure, atOnce, requests)
      expectStatus(reply, 200)
      await checkClaims(stage.world.sql, [id], { claims: members.length, amount: reply.amount })
      return run
    },
  }
}

/** All but the first member come too late. */
async function noesEntry({ stage, members, groupId }: Crowd, atOnce: number): Promise<Entry> {
  const packetId = await stage.world.sendPacket(groupId, 1)
  const [first, ...late] = members
  return {
    name: 'noes (claimed out)',
    atOnce,
    async run(_round, measure) {
      await stage.world.ctx.claims.claim({ packetId, memberId: first!.id, isRecipient: true, linkExpireAt: null })
      const { run, reply } = await stage.storm(measure, atOnce, claimRequests('/v1/packets', [packetId], late))
      expectStatus(reply, 409)
      return run
    },
  }
}

let redisPackets = 0

async function sendToRedis({ stage, members }: Crowd): Promise<string> {
  // Redis takes any name; the route takes ids of packets only.
  const id = `pkt_${String(++redisPackets).padStart(26, '0')}`
  await stage.redis!.send(
    id,
    members.map(() => shareAverage),
  )
  return id
}

async function checkRedis({ stage, members }: Crowd, id: string, amount: bigint): Promise<void> {
  const kept = await stage.redis!.count(id)
  if (kept.claims !== members.length || kept.amount !== amount)
    throw new Error(`Redis kept ${kept.claims} claims`)
}

function redisEntry(crowd: Crowd, atOnce: number, sync: RedisSync): Entry {
  const { stage, members } = crowd
  return {
    name: `Redis + Lua, ${sync}`,
    atOnce,
    async run(_round, measure) {
      await setRedis(stage, sync, 'batch')
      const id = await sendToRedis(crowd)
      const { run, reply } = await stage.storm(
        measure,
        atOnce,
        claimRequests('/v1/bench/redis', [id], members),
      )
      expectStatus(reply, 200)
      await checkRedis(crowd, id, reply.amount)
      return run
    },
  }
}

async function httpSection(crowd: Crowd, atOnce: number): Promise<Section> {
  const { stage, members } = crowd
  const claims = await claimsEntry(crowd, atOnce)
  const alone = await aloneEntry(crowd, atOnce)
  const noes = await noesEntry(crowd, atOnce)
  const noOpPacket = await stage.world.sendPacket(crowd.groupId, 1)
  const redis = stage.redis
    ? (['always', 'everysec'] as const).map((sync) => redisEntry(crowd, atOnce, sync))
    : []
  await stage.world.delivered()
  const entries = [noOpEntry(stage, atOnce, [noOpPacket], members), claims, ...redis, alone, noes]
  stage.say(`\nOne hot packet over HTTP, ${atOnce} connections`)
  const results = await runContest(stage, entries, options.rounds)
  return { title: `One hot packet over HTTP, ${atOnce} connections`, yardstick: 'no-op', results }
}

async function engineClaims(
  crowd: Crowd,
  contender: 'claims' | 'one-transaction',
  atOnce: number,
): Promise<Entry> {
  const { stage } = crowd
  const members = contender === 'claims' ? crowd.members : crowd.members.slice(0, aloneClaims)
  const packetIds = await packetsFor(crowd, members.length)
  return {
    name: contender === 'claims' ? 'claims' : 'one transaction a claim',
    atOnce,
    async run(round, measure) {
      const id = packetIds[round]!
      const asks = members.map((member) => [id, member.id] as const)
      const { run, amount } = await stage.engine(measure, { contender, asks, inFlight: atOnce })
      await checkClaims(stage.world.sql, [id], { claims: members.length, amount })
      return run
    },
  }
}

function engineRedis(crowd: Crowd, sync: RedisSync, manner: RedisManner): Entry {
  const { stage, members } = crowd
  const atOnce = 256
  return {
    name: `Redis + Lua, ${sync}, ${manner === 'each' ? 'pipelined' : 'a call a batch'}`,
    atOnce,
    async run(_round, measure) {
      await setRedis(stage, sync, manner)
      const id = await sendToRedis(crowd)
      const asks = members.map((member) => [id, member.id] as const)
      const { run, amount } = await stage.engine(measure, { contender: 'redis', asks, inFlight: atOnce })
      await checkRedis(crowd, id, amount)
      return run
    },
  }
}

async function engineSection(crowd: Crowd): Promise<Section> {
  const { stage } = crowd
  const entries: Entry[] = []
  for (const atOnce of engineAtOnce) entries.push(await engineClaims(crowd, 'claims', atOnce))
  entries.push(await engineClaims(crowd, 'one-transaction', aloneAtOnce))
  if (stage.redis) {
    for (const manner of ['each', 'batch'] as const)
      for (const sync of ['always', 'everysec'] as const) entries.push(engineRedis(crowd, sync, manner))
  }
  await stage.world.delivered()
  stage.say('\nEngine against engine, one hot packet, without HTTP')
  const results = await runContest(stage, entries, options.rounds)
  return {
    title: 'Engine against engine, one hot packet, without HTTP',
    yardstick: 'one transaction a claim',
    results,
  }
}

function barsOf(section: Section, atOnce: number): Bar[] {
  const of = (name: string): Result | undefined => section.results.find((result) => result.name === name)
  const claims = of('claims')!
  const noOp = of('no-op')!
  const redis = of('Redis + Lua, always')
  const speed = (run: Run) => run.perSecond
  return [
    bar(
      `hot packet to no-op, ${atOnce} connections`,
      { atLeast: atOnce < 256 ? 0.7 : 0.75 },
      ratioOf(claims, noOp, speed),
    ),
    bar(
      `hot packet to one transaction a claim, ${atOnce} connections`,
      { atLeast: 20 },
      ratioOf(claims, of('one transaction a claim')!, speed),
    ),
    ...(redis
      ? [
          bar(
            `hot packet to Redis + Lua synced always, ${atOnce} connections`,
            { atLeast: 1 },
            ratioOf(claims, redis, speed),
          ),
        ]
      : []),
    bar(
      `CPU a claim to CPU a no-op, server and database, ${atOnce} connections`,
      { atMost: 1.8 },
      ratioOf(claims, noOp, serverCpuUs),
    ),
    ...(atOnce === 512
      ? [
          bar(
            'p99 to that of no-op, 512 connections',
            { atMost: 2 },
            ratioOf(claims, noOp, (run) => run.latencyMs!.p99),
          ),
        ]
      : []),
  ]
}

const stage = await setStage()
try {
  const members = await stage.world.makeMembers(options.members)
  const crowd: Crowd = { stage, members, groupId: await stage.world.makeGroup(members) }
  const sections: Section[] = []
  for (const atOnce of options.connections) sections.push(await httpSection(crowd, atOnce))
  const bars = sections.flatMap((section, i) => barsOf(section, options.connections[i]!))
  sections.push(await engineSection(crowd))
  await checkWallets(stage.world.sql)
  publish(
    {
      bench: 'claim-storm',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      settings: {
        rounds: options.rounds,
        'claims a run': options.members,
        'of one transaction a claim': aloneClaims,
      },
      sections,
      bars,
      notes: await runPgbench(stage.world),
    },
    options.results,
  )
} finally {
  await stage.close()
}
