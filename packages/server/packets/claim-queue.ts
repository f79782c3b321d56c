/**
 * The claim queue, one per process: whoever is waiting, for any packet, goes into the next batch; while one commits
 * the next gathers. No timer, no latency when idle; a batch is capped so that the tail stays short. Nobody is
 * answered before the commit, and an unknown commit is asked again, never called a failure.
 */

import { LRUCache } from 'lru-cache'
import type { Share } from '@laisee/core/claim.ts'
import { closedRefusal } from '@laisee/core/packet.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Db } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { runClaimBatch, type BatchAsk } from './claim-batch.ts'
import { readClaims, readPacket } from './packets.sql.ts'

export interface ClaimQueue {
  /** The share this claim got, or a thrown refusal. */
  claim(ask: BatchAsk): Promise<Share>
  /** Sizes of the batches run so far, for the bench and the metrics. */
  readonly batches: { count: number; claims: number; largest: number }
}

export interface ClaimQueueOptions {
  /** A pool of the queue's own, whose connections plan nested loops only (claim-batch.sql.ts says why). */
  db: Db
  batchMax?: number
  /** Told after each batch that committed, so that streams look at once. */
  onCommit?: () => void
  /** How long a batch whose outcome is unknown is asked again before its claims get an error. */
  patienceMs?: number
}

interface Waiting {
  ask: BatchAsk
  resolve(share: Share): void
  reject(error: unknown): void
}

/** A packet whose fate is final, with who has what: enough to answer every later claim without the database. */
interface Fate {
  refusal: Refusal
  shares: ReadonlyMap<string, Share>
}

const fatesMax = 200_000
const retryPauseMs = 100

/** The settings of the connections the queue runs on. */
export const claimQueueSettings: Record<string, string> = {
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_seqscan: 'off',
}

/**
 * Take the next batch off those who wait, in order of arrival. A member who claims from several packets at once has
 * one of them in a batch and the others in the next ones, so that no wallet is credited twice in one statement.
 */
function takeBatch(waiting: Waiting[], batchMax: number): Waiting[] {
  const packetOf = new Map<string, string>()
  const batch: Waiting[] = []
  const later: Waiting[] = []
  let looked = 0
  while (looked < waiting.length && batch.length < batchMax) {
    const next = waiting[looked++]!
    const { memberId, packetId } = next.ask
    if ((packetOf.get(memberId) ?? packetId) !== packetId) later.push(next)
    else {
      packetOf.set(memberId, packetId)
      batch.push(next)
    }
  }
  waiting.splice(0, looked, ...later)
  return batch
}

/** Make the queue of this process. */
export function createClaimQueue(options: ClaimQueueOptions): ClaimQueue {
  const { db, batchMax = 256, onCommit, patienceMs = 20_000 } = options
  const waiting: Waiting[] = []
  const fates = new LRUCache<string, Fate>({
    maxSize: fatesMax,
    sizeCalculation: (fate) => 1 + fate.shares.size,
  })
  const batches = { count: 0, claims: 0, largest: 0 }
  let running = false

  async function pump(): Promise<void> {
    if (running) return
    running = true
    // What arrives in this turn of the event loop belongs to the same batch.
    await new Promise(setImmediate)
    while (waiting.length > 0) await settle(takeBatch(waiting, batchMax))
    running = false
  }

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const { answers, closedIds } = await runPatiently(batch)
      batch.forEach(({ resolve, reject }, i) => {
        const answer = answers[i]!
        if ('kind' in answer) reject(new RefusalError(answer))
        else resolve(answer)
      })
      batches.count += 1
      batches.claims += batch.length
      batches.largest = Math.max(batches.largest, batch.length)
      onCommit?.()
      for (const id of closedIds) void rememberFate(id).catch(() => undefined)
    } catch (error) {
      await settleHalves(batch, error)
    }
  }

  /** One claim that breaks a law of the database must not fail its neighbours: find it by halving. */
  async function settleHalves(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || error instanceof FaultError) {
      for (const { reject } of batch) reject(error)
      return
    }
    const middle = batch.length >> 1
    await settle(batch.slice(0, middle))
    await settle(batch.slice(middle))
  }

  /** While the database is away the batch waits and is run again: what committed unseen is answered from what is there. */
  async function runPatiently(batch: Waiting[]) {
    const asks = batch.map(({ ask }) => ask)
    const giveUpAt = performance.now() + patienceMs
    for (;;) {
      try {
        return await db.transaction((tx) => runClaimBatch(tx, asks))
      } catch (error) {
        if (!(error instanceof FaultError) || performance.now() > giveUpAt) throw error
        await new Promise((resolve) => setTimeout(resolve, retryPauseMs))
      }
    }
  }

  async function rememberFate(packetId: string): Promise<void> {
    if (fates.has(packetId)) return
    const fate = await db.snapshot(async (tx) => {
      const packet = await tx.one(readPacket, packetId)
      // An undone packet is told of to its payer only, so there is no one answer to remember.
      if (!packet || packet.closedAt === null || packet.state === 'undone') return undefined
      const refusal = closedRefusal(packet, packet.closedAt)
      if (!refusal) return undefined
      const shares = new Map((await tx.run(readClaims, packetId)).map((share) => [share.memberId, share]))
      return { refusal, shares }
    })
    if (fate) fates.set(packetId, fate)
  }

  return {
    batches,
    claim(ask) {
      const fate = fates.get(ask.packetId)
      if (fate && ask.isRecipient) {
        const share = fate.shares.get(ask.memberId)
        return share ? Promise.resolve(share) : Promise.reject(new RefusalError(fate.refusal))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ ask, resolve, reject })
        void pump()
      })
    },
  }
}
