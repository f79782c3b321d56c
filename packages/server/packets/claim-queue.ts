/**
 * The claim queue, one per process: whoever is waiting, for any packet, goes into the next batch; while one commits
 * the next gathers. No timer, no latency when idle; a batch is capped so that the tail stays short. Nobody is
 * answered before the commit, and an unknown commit is asked again, never called a failure.
 */

import type { Share } from '@laisee/core/claim.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Db, DbOptions } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { runClaimBatch, type BatchAsk, type BatchOutcome } from './claim-batch.ts'
import { createFates } from './fates.ts'

export interface ClaimQueue {
  /** The share this claim got, or a thrown refusal. */
  claim(ask: BatchAsk): Promise<Share>
  /** Sizes of the batches run so far, for the bench and the metrics. */
  readonly batches: { count: number; claims: number; largest: number }
}

export interface ClaimQueueOptions {
  /** The queue's own, opened with `claimDbOptions`. */
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

const retryPauseMs = 100

/**
 * How the queue's one connection is opened. Its plans are the same for every batch and look rows up by their keys; they
 * are renewed, for a plan made for a nearly empty ledger may look at every wallet for each claim. Planning takes as long
 * as some twenty claims.
 */
export const claimDbOptions: Omit<DbOptions, 'url' | 'chance'> = {
  poolMax: 1,
  eagerBegin: true,
  plansAgeMaxMs: 250,
  settings: {
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
    enable_seqscan: 'off',
    enable_bitmapscan: 'off',
    enable_material: 'off',
    plan_cache_mode: 'force_generic_plan',
  },
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

function tell({ resolve, reject }: Waiting, answer: Share | Refusal): void {
  if ('kind' in answer) reject(new RefusalError(answer))
  else resolve(answer)
}

/** How many are answered in one turn of the event loop. */
const toldAtOnce = 32

/**
 * Answer a batch some at a time, from the next turn of the event loop on: by then the next batch is on its way, and
 * between turns the database is heard. Answering takes this process longer than a batch takes the database.
 */
function tellInTurns(batch: readonly Waiting[], answers: readonly (Share | Refusal)[], from = 0): void {
  setImmediate(() => {
    const end = Math.min(from + toldAtOnce, batch.length)
    if (end < batch.length) tellInTurns(batch, answers, end)
    for (let i = from; i < end; i++) tell(batch[i]!, answers[i]!)
  })
}

/** While the database is away the batch waits and is run again: what committed unseen is answered from what is there. */
async function runPatiently(db: Db, batch: readonly Waiting[], patienceMs: number): Promise<BatchOutcome> {
  const asks = batch.map(({ ask }) => ask)
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    try {
      return await db.transaction((tx) => runClaimBatch(tx, asks, { isLast: true }))
    } catch (error) {
      if (!(error instanceof FaultError) || performance.now() > giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, retryPauseMs))
    }
  }
}

/** Make the queue of this process. */
export function createClaimQueue(options: ClaimQueueOptions): ClaimQueue {
  const { db, batchMax = 256, onCommit, patienceMs = 20_000 } = options
  const waiting: Waiting[] = []
  const fates = createFates(db)
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
      const { answers, closedIds } = await runPatiently(db, batch, patienceMs)
      tellInTurns(batch, answers)
      batches.count += 1
      batches.claims += batch.length
      batches.largest = Math.max(batches.largest, batch.length)
      onCommit?.()
      for (const id of closedIds) void fates.remember(id).catch(() => undefined)
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

  return {
    batches,
    claim(ask) {
      const known = fates.answerTo(ask)
      if (known) return new Promise((resolve, reject) => tell({ ask, resolve, reject }, known))
      return new Promise((resolve, reject) => {
        waiting.push({ ask, resolve, reject })
        void pump()
      })
    },
  }
}
