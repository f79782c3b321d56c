/**
 * One sweep over rows whose moment has come. Their ids are read without a lock, then each is locked by its key and
 * decided again in a transaction of its own: any number of servers may sweep at once, and a crash between two rows
 * leaves the rest to the next sweep.
 */

import type { Instant } from '@laisee/core/instant.ts'
import { readTime } from '../db/clock.ts'
import type { Db, Reader, Tx } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'

/** Reads the ids of what is due at a moment, at most so many, in the order it fell due. */
export type DueIds = (db: Reader, now: Instant, limit: number) => Promise<string[]>

/**
 * Do what is due, at most `limit` of it, in the order it fell due. Gives how many were done. A row that cannot be
 * done never holds up those behind it: it is thrown after them. A database that is away ends the sweep at once.
 */
export async function sweepDue(
  db: Db,
  due: DueIds,
  limit: number,
  work: (tx: Tx, id: string) => Promise<boolean>,
): Promise<number> {
  const ids = await due(db, await readTime(db), limit)
  const failures: unknown[] = []
  let done = 0
  for (const id of ids) {
    try {
      if (await db.transaction((tx) => work(tx, id))) done += 1
    } catch (error) {
      if (error instanceof FaultError) throw error
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${ids.length} due rows failed`)
  return done
}
