/**
 * Revocation reaches every process: whatever makes a token no longer good as it was writes its subject (key, session,
 * host, member) in the same transaction, and every process reads that list on, once a second.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { hint } from '../hints.ts'
import { insertRevocations } from './revocation.sql.ts'

/** Make every process verify the tokens of these keys, sessions, hosts or members anew. */
export async function revoke(tx: Tx, subjectIds: readonly string[], at: Instant): Promise<void> {
  if (subjectIds.length === 0) return
  await tx.run(insertRevocations, [...new Set(subjectIds)], toIso(at))
  tx.afterCommit(() => hint('revocations'))
}
