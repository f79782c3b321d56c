/**
 * A revocation is listed so that every running process reads of it (keys/revocation.ts); the key, session or host says
 * for ever that it is revoked. This forgets list entries that every process has long read.
 */

import { dayMs, toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import { deleteOldRevocations } from './forget-revocations.sql.ts'

const keptMs = 7 * dayMs

/** Forget a batch of old entries. Gives how many. */
export function forgetOldRevocations(db: Db, limit = 1_000): Promise<number> {
  return db.transaction(async (tx) => {
    const before = toIso((await tx.now()) - keptMs)
    return (await tx.run(deleteOldRevocations, before, limit)).length
  })
}
