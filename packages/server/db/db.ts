/**
 * The database as verbs see it. `db.transaction(work)` hands a Tx; a verb takes it first and cannot open one itself:
 * asking the pool from inside a transaction throws at once instead of dead-locking under load.
 */

import pg from 'pg'
import type { IdKind } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Random } from '@laisee/core/random.ts'
import { FaultError, isRetryable, isWorldFailure } from './faults.ts'
import { failIfInside, inTransaction, runOn } from './open-tx.ts'
import type { Statement } from './statement.ts'

/** One transaction: statements, the time after its locks, chance and new ids. Dead once the transaction has ended. */
export interface Tx {
  run<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): Promise<R[]>
  /** The first row, or undefined. */
  one<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): Promise<R | undefined>
  /**
   * Run this when the work has returned, with the commit right behind it. It must fail by itself where it does not do
   * all it should, for nobody looks at its rows.
   */
  atLast<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): void
  /** The service's time, never before `changedAt`. Call it after the locks are held. */
  now(changedAt?: Instant): Promise<Instant>
  readonly random: Random
  newId(kind: IdKind): string
  /** Run part of the work so that its failure undoes only that part. */
  savepoint<T>(work: () => Promise<T>): Promise<T>
  /** Run after the commit is known: a hint to listeners, never a promise. */
  afterCommit(hint: () => void): void
}

export interface Chance {
  random: Random
  newId(kind: IdKind): string
}

export interface Db {
  /** Run in one READ COMMITTED transaction; again, a bounded number of times, after a deadlock. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Run in one read-only REPEATABLE READ snapshot. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One statement on its own, outside any transaction. */
  run<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): Promise<R[]>
  /** A connection of one's own, for the claim queue and the migration lock. */
  connect(): Promise<pg.PoolClient>
  close(): Promise<void>
}

/** What a statement on its own may be asked of: for a look that locks nothing and decides nothing. */
export type Reader = Pick<Db, 'run'>

export interface DbOptions {
  url: string
  chance: Chance
  poolMax?: number
  /** Settings of every connection, such as the planner's. */
  settings?: Record<string, string>
  /** Send the first statements right behind `begin`, without waiting for its answer: for work that begins by reading and locking. */
  eagerBegin?: boolean
  /** Let a connection forget its plans after so long: they fit the tables as they were when they were made. */
  plansAgeMaxMs?: number
}

const attemptsMax = 5
const snapshotBegin = 'begin isolation level repeatable read read only'

/**
 * How long a connection that nobody needs stays open. Opening one costs both sides some 20 ms (SCRAM) and every statement
 * its plan anew: were they closed after ten seconds, as is usual, each little rush would begin with that.
 */
const idleMaxMs = 600_000

/** A session speaks UTC, so that moments are read in one way (rows.ts). */
function sessionOptions(settings: Record<string, string> = {}): string {
  return Object.entries({ TimeZone: 'UTC', ...settings })
    .map(([name, setting]) => `-c ${name}=${setting}`)
    .join(' ')
}

function openPool(options: DbOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax ?? 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: idleMaxMs,
    options: sessionOptions(options.settings),
    // What a verb asks for at once leaves at once; the answers come in the order of the questions.
    pipeline: true,
  })
  // A connection that dies while nobody waits on it tells the pool, or itself where it is in use: whoever runs the next
  // statement on it gets the error. Without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Has a client forget its plans before its next statement, where they are older than this. */
function planRenewal(ageMaxMs = Infinity): (client: pg.PoolClient) => void {
  const plannedAt = new WeakMap<pg.PoolClient, number>()
  return (client) => {
    const now = performance.now()
    const before = plannedAt.get(client)
    if (before !== undefined && now - before <= ageMaxMs) return
    plannedAt.set(client, now)
    // A connection that is lost says so to the statement behind this one.
    if (before !== undefined) client.query('discard plans').catch(() => undefined)
  }
}

/** Open the database at a `postgres://` address. */
export function openDb(options: DbOptions): Db {
  const pool = openPool(options)
  const renewPlans = planRenewal(options.plansAgeMaxMs)

  /** What only reads may always leave right behind its `begin`. */
  const begins = (begin: string) => begin === snapshotBegin || (options.eagerBegin ?? false)

  async function attempt<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await connect()
    let broken = false
    renewPlans(client)
    try {
      return await inTransaction(client, options.chance, begin, work, begins(begin))
    } catch (error) {
      broken = error instanceof FaultError
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect()
    } catch (error) {
      throw new FaultError('the database cannot be reached', { cause: error, outcomeUnknown: false })
    }
  }

  async function transaction<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    failIfInside()
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(begin, work)
      } catch (error) {
        if (!isRetryable(error)) throw error
        if (attempts === attemptsMax)
          throw new FaultError('the database was too busy', { cause: error, outcomeUnknown: false })
      }
    }
  }

  return {
    transaction: (work) => transaction('begin isolation level read committed', work),
    snapshot: (work) => transaction(snapshotBegin, work),
    async run(statement, ...params) {
      failIfInside()
      const client = await connect()
      let broken: boolean | undefined
      try {
        return await runOn(client, statement, params)
      } catch (error) {
        broken = isWorldFailure(error)
        if (broken) throw new FaultError('the database went away', { cause: error, outcomeUnknown: true })
        throw error
      } finally {
        client.release(broken)
      }
    },
    connect() {
      failIfInside()
      return connect()
    },
    close: () => pool.end(),
  }
}
