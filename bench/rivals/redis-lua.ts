/**
 * The rival from every article on red packets: Redis with a Lua script. No ledger, no wallets, no events: only who
 * has which share, and an append-only file that is synced before a reply (`always`) or once a second (`everysec`).
 *
 * It is given every advantage that leaves it a claim: a Unix socket, one connection, all that waits written at once,
 * shares drawn at the send. `each` calls the script once a claim, pipelined without waiting for earlier replies;
 * `batch` calls it once for all who wait for a packet. The bench takes whichever is faster.
 */

import { readFileSync } from 'node:fs'
import type { Share } from '@laisee/core/claim.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { BatchAsk } from '@laisee/server/packets/claim-batch.ts'
import { openRedis } from './redis.ts'
import type { RespReply } from './resp.ts'

export type RedisSync = 'always' | 'everysec'
export type RedisManner = 'each' | 'batch'

export interface RedisClaims {
  claim(ask: BatchAsk): Promise<Share>
  sync(sync: RedisSync): Promise<void>
  setManner(manner: RedisManner): void
  /** Lay out a packet's shares, drawn beforehand. */
  send(packetId: string, amounts: readonly bigint[]): Promise<void>
  /** How many claims a packet has, and how much they took. */
  count(packetId: string): Promise<{ claims: number; amount: bigint }>
  end(): void
}

const claimsKey = (packetId: string) => `claims:${packetId}`
const sharesKey = (packetId: string) => `shares:${packetId}`
const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** The claims of one process, kept in Redis. */
export async function openRedisClaims(socket: string): Promise<RedisClaims> {
  const redis = await openRedis(socket)
  const each = String(await redis.call(['script', 'load', text('./redis-claim.lua')]))
  const batch = String(await redis.call(['script', 'load', text('./redis-claims.lua')]))
  const gathered = gatherByPacket((packetId, members) =>
    redis.call(['evalsha', batch, 2, claimsKey(packetId), sharesKey(packetId), ...members]),
  )
  let manner: RedisManner = 'each'
  return {
    async claim({ packetId, memberId }) {
      const reply =
        manner === 'batch'
          ? await gathered(packetId, memberId)
          : await redis.call(['evalsha', each, 2, claimsKey(packetId), sharesKey(packetId), memberId])
      return shareOf(packetId, memberId, reply)
    },
    sync: async (sync) => void (await redis.call(['config', 'set', 'appendfsync', sync])),
    setManner: (chosen) => void (manner = chosen),
    async send(packetId, amounts) {
      for (let from = 0; from < amounts.length; from += 1_000)
        await redis.call(['lpush', sharesKey(packetId), ...amounts.slice(from, from + 1_000).map(String)])
    },
    async count(packetId) {
      const shares = (await redis.call(['hvals', claimsKey(packetId)])) as string[]
      const amount = shares.reduce((sum, share) => sum + BigInt(share.split(' ')[1]!), 0n)
      return { claims: shares.length, amount }
    },
    end: () => redis.end(),
  }
}

function shareOf(packetId: string, memberId: string, reply: RespReply): Share {
  if (typeof reply !== 'string') throw new RefusalError(refuse('already_claimed_out'))
  const gap = reply.indexOf(' ')
  const amount = BigInt(reply.slice(gap + 1))
  return { packetId, memberId, shareNo: Number(reply.slice(0, gap)), amount, at: Date.now() }
}

interface Gathering {
  members: string[]
  replies: Promise<RespReply>
}

/** Gather the claims of one turn of the event loop, packet by packet, and give each its own reply. */
function gatherByPacket(callBatch: (packetId: string, members: string[]) => Promise<RespReply>) {
  const gatherings = new Map<string, Gathering>()
  return async (packetId: string, memberId: string): Promise<RespReply> => {
    let gathering = gatherings.get(packetId)
    if (!gathering) {
      const members: string[] = []
      const turn = new Promise(setImmediate).then(() => {
        gatherings.delete(packetId)
        return callBatch(packetId, members)
      })
      gathering = { members, replies: turn }
      gatherings.set(packetId, gathering)
    }
    const place = gathering.members.push(memberId) - 1
    return ((await gathering.replies) as RespReply[])[place] ?? null
  }
}
