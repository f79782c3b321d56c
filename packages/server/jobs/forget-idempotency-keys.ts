/** Idempotency keys are kept for 24 hours at least; this forgets those older than two days. */

import { dayMs, toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import { deleteOldKeys } from './forget-idempotency-keys.sql.ts'

const keptMs = 2 * dayMs

/** Forget a batch of old keys. Gives how many. */
export function forgetOldKeys(db: Db, limit = 1_000): Promise<number> {
  return db.transaction(async (tx) => {
    const before = toIso((await tx.now()) - keptMs)
    return (await tx.run(deleteOldKeys, before, limit)).length
  })
}
