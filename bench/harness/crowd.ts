/** Members in groups, a packet for each group, and the runs in which they claim: over HTTP or without. */

import { connections as aloneAtOnce } from '../rivals/one-transaction.ts'
import type { RedisManner, RedisSync } from '../rivals/redis-lua.ts'
import { claimRequests, expectStatus, setRedis, type Stage } from './arena.ts'
import type { Entry } from './contest.ts'
import { checkClaims } from './money.ts'
import { shareAverage, type Member } from './world.ts'

export interface Crowd {
  stage: Stage
  rounds: number
  /** The first is in the first group, the second in the second, and so on in turn. */
  members: readonly Member[]
  groupIds: readonly string[]
}

/** One transaction a claim is slow: a run of it takes fewer. */
export const aloneClaimsMax = 1_500

/** Divide members into so many groups. */
export async function gather(
  stage: Stage,
  members: readonly Member[],
  groups: number,
  rounds: number,
): Promise<Crowd> {
  const groupIds: string[] = []
  for (let group = 0; group < groups; group++)
    groupIds.push(await stage.world.makeGroup(members.filter((_, i) => i % groups === group)))
  return { stage, rounds, members, groupIds }
}

/** The packets of one entry: a list for each round, the one that warms up included. */
export async function sendPackets({ stage, rounds, members, groupIds }: Crowd): Promise<string[][]> {
  const count = Math.floor(members.length / groupIds.length)
  const sent: string[][] = []
  for (let round = 0; round <= rounds; round++) {
    const ids: string[] = []
    for (const groupId of groupIds) ids.push(await stage.world.sendPacket(groupId, count))
    sent.push(ids)
  }
  return sent
}

export type Way = 'claims' | 'one transaction a claim'

const routes: Record<Way, string> = {
  claims: '/v1/packets',
  'one transaction a claim': '/v1/bench/one-transaction',
}

function claimersOf({ members }: Crowd, way: Way): readonly Member[] {
  return way === 'claims' ? members : members.slice(0, aloneClaimsMax)
}

/** Every member claims once, over HTTP. */
export async function claimEntry(crowd: Crowd, way: Way, atOnce: number, name: string = way): Promise<Entry> {
  const { stage } = crowd
  const members = claimersOf(crowd, way)
  const sent = await sendPackets(crowd)
  return {
    name,
    atOnce,
    async run(round, measure) {
      const ids = sent[round]!
      const { run, reply } = await stage.storm(measure, atOnce, claimRequests(routes[way], ids, members))
      expectStatus(reply, 200)
      await checkClaims(stage.world.sql, ids, { claims: members.length, amount: reply.amount })
      return run
    },
  }
}

/** The same requests to a route that claims nothing. */
export async function noOpEntry(crowd: Crowd, atOnce: number): Promise<Entry> {
  const { stage, members, groupIds } = crowd
  const ids: string[] = []
  for (const groupId of groupIds) ids.push(await stage.world.sendPacket(groupId, 1))
  return {
    name: 'no-op',
    atOnce,
    async run(_round, measure) {
      const { run, reply } = await stage.storm(
        measure,
        atOnce,
        claimRequests('/v1/bench/no-op', ids, members),
      )
      expectStatus(reply, 200)
      return run
    },
  }
}

/** All but the first member come too late for a packet with one share. */
export async function noesEntry({ stage, members, groupIds }: Crowd, atOnce: number): Promise<Entry> {
  const packetId = await stage.world.sendPacket(groupIds[0]!, 1)
  const [first, ...late] = members
  return {
    name: 'noes (claimed out)',
    atOnce,
    async run(_round, measure) {
      await stage.world.ctx.claims.claim({
        packetId,
        memberId: first!.id,
        isRecipient: true,
        linkExpireAt: null,
      })
      const { run, reply } = await stage.storm(
        measure,
        atOnce,
        claimRequests('/v1/packets', [packetId], late),
      )
      expectStatus(reply, 409)
      return run
    },
  }
}

/** Every member claims once, in the server's process, without HTTP. */
export async function engineEntry(crowd: Crowd, way: Way, atOnce: number): Promise<Entry> {
  const { stage } = crowd
  const members = claimersOf(crowd, way)
  const sent = await sendPackets(crowd)
  const contender = way === 'claims' ? 'claims' : 'one-transaction'
  return {
    name: way,
    atOnce: way === 'claims' ? atOnce : aloneAtOnce,
    async run(round, measure) {
      const ids = sent[round]!
      const asks = members.map(({ id }, i) => [ids[i % ids.length]!, id] as const)
      const { run, amount } = await stage.engine(measure, { contender, asks, inFlight: atOnce })
      await checkClaims(stage.world.sql, ids, { claims: members.length, amount })
      return run
    },
  }
}

let redisPackets = 0

async function sendToRedis({ stage, members }: Crowd): Promise<string> {
  // Redis takes any name; the route takes ids of packets only.
  const id = `pkt_${String(++redisPackets).padStart(26, '0')}`
  const amounts = members.map(() => shareAverage)
  await stage.redis!.send(id, amounts)
  return id
}

async function checkRedis({ stage, members }: Crowd, id: string, amount: bigint): Promise<void> {
  const kept = await stage.redis!.count(id)
  if (kept.claims !== members.length || kept.amount !== amount)
    throw new Error(`Redis kept ${kept.claims} claims`)
}

/** Every member claims once from Redis, over HTTP; its script is called in the manner that is faster for it. */
export function redisEntry(crowd: Crowd, atOnce: number, sync: RedisSync): Entry {
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

/** Every member claims once from Redis, without HTTP. */
export function engineRedisEntry(crowd: Crowd, atOnce: number, sync: RedisSync, manner: RedisManner): Entry {
  const { stage, members } = crowd
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
