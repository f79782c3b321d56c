/**
 * One transaction on one connection: what a verb is handed as `tx`, from `begin` until its commit is known. It is dead
 * once it has ended, so that a statement nobody awaited is loud instead of late.
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import type { IdKind } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Random } from '@laisee/core/random.ts'
import { withBinaryArrays } from './arrays.ts'
import { readClock } from './clock.sql.ts'
import type { Chance, Tx } from './db.ts'
import { FaultError, isWorldFailure } from './faults.ts'
import { rowsOf, typeParsers } from './rows.ts'
import type { Statement } from './statement.ts'

const inside = new AsyncLocalStorage<true>()

/** Throw where this is called from inside a transaction, which has its own connection already. */
export function failIfInside(): void {
  if (inside.getStore()) throw new Error('db used inside a transaction: pass tx')
}

/** Run a prepared statement on a client and give its rows in camelCase. */
export async function runOn<P extends readonly unknown[], R>(
  client: pg.ClientBase,
  statement: Statement<P, R>,
  params: P,
): Promise<R[]> {
  const result = await client.query({
    name: statement.name,
    text: statement.text,
    values: withBinaryArrays(params, statement.arrays),
    rowMode: 'array',
    types: typeParsers,
  })
  return rowsOf<R>(statement.name, result)
}

class OpenTx implements Tx {
  readonly random: Random
  readonly #client: pg.ClientBase
  readonly #chance: Chance
  readonly hints: (() => void)[] = []
  readonly #begun: Promise<unknown>
  #last: (() => Promise<unknown>) | undefined
  #ended = false
  #savepoints = 0

  constructor(client: pg.ClientBase, begun: Promise<unknown>, chance: Chance) {
    this.#client = client
    this.#begun = begun
    this.#chance = chance
    this.random = chance.random
  }

  end(): void {
    this.#ended = true
  }

  async run<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): Promise<R[]> {
    if (this.#ended) throw new Error(`transaction has ended: ${statement.name} was not awaited`)
    const rows = await runOn(this.#client, statement, params)
    // Where statements leave right behind `begin`, nobody acts on their rows unless it worked.
    await this.#begun
    return rows
  }

  async one<P extends readonly unknown[], R>(
    statement: Statement<P, R>,
    ...params: P
  ): Promise<R | undefined> {
    return (await this.run(statement, ...params))[0]
  }

  atLast<P extends readonly unknown[], R>(statement: Statement<P, R>, ...params: P): void {
    if (this.#last) throw new Error(`two statements want to be the last: ${statement.name} is the second`)
    this.#last = () => runOn(this.#client, statement, params)
  }

  /** End with what was kept for last, and commit. */
  async commit(): Promise<void> {
    this.#ended = true
    await this.#begun
    const last = this.#last?.()
    const committed = this.#client.query('commit')
    // Where the last statement fails, PostgreSQL answers the commit behind it by rolling back, without an error; so it
    // does after one that failed earlier and nobody threw on.
    const [{ command }] = await Promise.all([committed, last])
    if (command !== 'COMMIT')
      throw new Error('a statement failed unheard, and the transaction was rolled back')
  }

  async now(changedAt = 0): Promise<Instant> {
    const row = await this.one(readClock)
    return Math.max(row!.now, changedAt)
  }

  newId(kind: IdKind): string {
    return this.#chance.newId(kind)
  }

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const name = `part_${++this.#savepoints}`
    const hintsBefore = this.hints.length
    this.#send(`savepoint ${name}`)
    try {
      const result = await work()
      this.#send(`release savepoint ${name}`)
      return result
    } catch (error) {
      this.hints.length = hintsBefore
      await this.#client.query(`rollback to savepoint ${name}`)
      throw error
    }
  }

  /** What fails only where the transaction has failed already: every statement behind it, and the commit, says so. */
  #send(text: string): void {
    this.#client.query(text).catch(() => undefined)
  }

  afterCommit(hint: () => void): void {
    this.hints.push(hint)
  }
}

/** What was committed is done: a hint that fails is the listener's affair, and its poll finds what it missed. */
function giveHints(tx: OpenTx): void {
  for (const hint of tx.hints) {
    try {
      hint()
    } catch {
      continue
    }
  }
}

/** Run work between `begin` and `commit` on this client; the outcome of a lost commit is told as unknown. */
export async function inTransaction<T>(
  client: pg.ClientBase,
  chance: Chance,
  begin: string,
  work: (tx: Tx) => Promise<T>,
  eagerBegin = false,
): Promise<T> {
  const begun = client.query(begin)
  // Where it fails and nobody waits for it, the statements behind it fail as well.
  begun.catch(() => undefined)
  const tx = new OpenTx(client, begun, chance)
  let committing = false
  try {
    if (!eagerBegin) await begun
    const result = await inside.run(true, () => work(tx))
    committing = true
    await tx.commit()
    giveHints(tx)
    return result
  } catch (error) {
    tx.end()
    if (isWorldFailure(error))
      throw new FaultError('the database went away', { cause: error, outcomeUnknown: committing })
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
