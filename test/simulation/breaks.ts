/** A database whose connection breaks once where it is told to: as the network would, at a commit or before it. */

import type { Db, DbOptions, Tx } from '@laisee/server/db/db.ts'
import { FaultError } from '@laisee/server/db/faults.ts'

/**
 * `before_commit`: all was done and nothing is kept; the service cannot know. `after_commit`: all is kept and the
 * service cannot know. `at_begin`: the database could not be reached, and the service knows that nothing was done.
 */
export type Breaks = 'before_commit' | 'after_commit' | 'at_begin'

/** Open databases that break as `breaks.next` says, once. */
export function breaking(open: (options: DbOptions) => Db, breaks: { next: Breaks | null }) {
  return (options: DbOptions): Db => {
    const db = open(options)
    return {
      ...db,
      transaction(work) {
        const how = breaks.next
        breaks.next = null
        return how === null ? db.transaction(work) : broken(db, how, work)
      },
    }
  }
}

function lost(outcomeUnknown: boolean): FaultError {
  return new FaultError('the simulation broke the connection', { cause: undefined, outcomeUnknown })
}

async function broken<T>(db: Db, how: Breaks, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (how === 'at_begin') throw lost(false)
  if (how === 'after_commit') {
    await db.transaction(work)
    throw lost(true)
  }
  return db.transaction(async (tx) => {
    await work(tx)
    throw lost(true)
  })
}
