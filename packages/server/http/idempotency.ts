/**
 * Every write but a claim is safe to ask again under its key. The key's row is inserted first, the verb runs in a
 * savepoint of the same transaction, and the answer is kept with whatever the verb wrote: both are there or neither.
 * A refusal of the domain undoes the verb and is kept; anything else (400, 401, 403 of the edge, 429, 5xx) keeps
 * nothing, and the key is as if never used. Keys live 24 hours at least.
 */

import { hash } from 'node:crypto'
import { refusals, refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Db, Tx } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { LeavingRefusalError } from '../db/leaving-refusal.ts'
import { refusalOf } from './errors.ts'
import { keepAnswer, readKept, takeKey, type KeptRow } from './idempotency.sql.ts'
import { canonicalJson } from './json.ts'
import type { Seal } from './sealed-answer.ts'

export interface Answer {
  status: number
  /** JSON, or null for an answer without a body. */
  body: string | null
}

export interface KeptAnswer extends Answer {
  replayed: boolean
}

export interface WriteAsk {
  actorId: string
  key: string
  requestHash: Buffer
  /** Seals the kept answer, for one that shows a secret. */
  seal?: Seal
  /** Takes locks that outlive the verb where it is undone. */
  before?(tx: Tx): Promise<void>
  run(tx: Tx, remember: (sourceId: string) => void): Promise<Answer>
  /** Told of a refusal that is kept, once the verb is undone. */
  refused?(tx: Tx, refusal: Refusal): Promise<void>
  /** How a refusal is answered. */
  tell(refusal: Refusal): Answer
}

/** What makes two requests the same: method, address and body, whatever the order of its fields. */
export function requestHashOf(method: string, url: string, body: unknown): Buffer {
  return hash('sha256', `${method} ${url}\n${canonicalJson(body ?? null)}`, 'buffer')
}

const unknownOutcomePausesMs = [50, 250, 1_000]

/**
 * Answer a write once. Where the connection was lost while committing, the same request is run again and answered
 * from what is there: committed or not, its effect is there once. Where the database stays away, the outcome stays
 * unknown and is told so: that it cannot be reached now says nothing about the commit before.
 */
export async function answerOnce(db: Db, ask: WriteAsk): Promise<KeptAnswer> {
  let unknown = false
  for (let tries = 0; ; tries++) {
    try {
      return await db.transaction((tx) => answerIn(tx, ask))
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      unknown ||= error.outcomeUnknown
      if (!unknown) throw error
      const pauseMs = unknownOutcomePausesMs[tries]
      if (pauseMs === undefined) throw new FaultError(error.message, { cause: error, outcomeUnknown: true })
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

async function answerIn(tx: Tx, ask: WriteAsk): Promise<KeptAnswer> {
  const taken = await tx.one(takeKey, ask.actorId, ask.key, ask.requestHash)
  if (!taken) return answerAgain(await tx.one(readKept, ask.actorId, ask.key), ask)
  await ask.before?.(tx)
  let sourceId: string | null = null
  const answer = await runOrRefuse(tx, ask, (id) => (sourceId = id))
  const body = answer.body !== null && ask.seal ? ask.seal.seal(answer.body, boundOf(ask)) : answer.body
  tx.atLast(keepAnswer, ask.actorId, ask.key, sourceId, answer.status, body)
  return { ...answer, replayed: false }
}

async function runOrRefuse(tx: Tx, ask: WriteAsk, remember: (sourceId: string) => void): Promise<Answer> {
  try {
    return await tx.savepoint(() => ask.run(tx, remember))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || !refusals[refusal.code].kept) throw error
    if (error instanceof LeavingRefusalError) await error.leave(tx)
    await ask.refused?.(tx, refusal)
    return ask.tell(refusal)
  }
}

/** The key was used before. Its row is committed: whoever is still writing it was waited for. */
function answerAgain(kept: KeptRow | undefined, ask: WriteAsk): KeptAnswer {
  if (!kept)
    throw new FaultError('an idempotency key was forgotten while it was asked for', {
      cause: undefined,
      outcomeUnknown: false,
    })
  if (kept.state === 'tombstone') throw new RefusalError(refuse('canceled_before_arrival'))
  if (!kept.requestHash?.equals(ask.requestHash)) throw new RefusalError(refuse('idempotency_key_reused'))
  if (kept.status === null) throw new Error(`idempotency key ${ask.key} is committed without an answer`)
  const body = kept.body !== null && ask.seal ? ask.seal.open(kept.body, boundOf(ask)) : kept.body
  return { status: kept.status, body, replayed: true }
}

function boundOf(ask: WriteAsk): string {
  return `${ask.actorId} ${ask.key}`
}
