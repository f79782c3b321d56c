/** A token that a host application signed is kept, as a hash, so that it is told as a sign-in once: until it ends. */

import { toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import { deleteEndedTokens } from './forget-signed-tokens.sql.ts'

/** Forget a batch of tokens that have ended: they let nobody in any more. Gives how many. */
export function forgetEndedTokens(db: Db, limit = 1_000): Promise<number> {
  return db.transaction(async (tx) => (await tx.run(deleteEndedTokens, toIso(await tx.now()), limit)).length)
}
