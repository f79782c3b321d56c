/**
 * A past for the demo world, lived through the service's own verbs: the clock stands at one moment after the other,
 * and what was planned for each happens then, duties included. All of it is one transaction: a world is there whole or
 * not at all, and nobody else ever sees the clock stand.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { freezeClock, letClockRun } from '@laisee/server/db/clock.sql.ts'
import type { Db, Tx } from '@laisee/server/db/db.ts'

type Act = () => Promise<void>

/** What happens when. Whatever happens may plan more. */
export class Past {
  readonly tx: Tx
  readonly #planned: { at: Instant; act: Act }[] = []

  constructor(tx: Tx) {
    this.tx = tx
  }

  /** Let this happen at a moment; what is planned for the same moment happens in the order it was planned. */
  plan(at: Instant, act: Act): void {
    const after = this.#planned.findIndex((other) => other.at > at)
    this.#planned.splice(after < 0 ? this.#planned.length : after, 0, { at, act })
  }

  /** Live until a moment, then let the clock run. What is planned for later never happens here. */
  async liveUntil(end: Instant): Promise<void> {
    for (let next = this.#planned.shift(); next && next.at <= end; next = this.#planned.shift()) {
      await this.tx.run(freezeClock, toIso(next.at))
      await next.act()
    }
    await this.tx.run(letClockRun)
  }
}

/** The database as a duty sees it, within one transaction that is open already. */
export function within(tx: Tx): Db {
  const refuse = () => Promise.reject(new Error('a duty of the past stays in its transaction'))
  return {
    transaction: (work) => work(tx),
    snapshot: (work) => work(tx),
    run: (statement, ...params) => tx.run(statement, ...params),
    connect: refuse,
    close: refuse,
  }
}
