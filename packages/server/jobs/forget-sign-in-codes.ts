/** A sign-in code that nobody used in its time is worthless: it is refused by its end, and forgotten here. */

import { toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import { deleteExpiredCodes } from './forget-sign-in-codes.sql.ts'

/** Forget a batch of codes that have expired. Gives how many. */
export function forgetExpiredCodes(db: Db, limit = 1_000): Promise<number> {
  return db.transaction(async (tx) => (await tx.run(deleteExpiredCodes, toIso(await tx.now()), limit)).length)
}
