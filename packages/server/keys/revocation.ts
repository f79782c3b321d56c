/**
 * Revocation reaches every process: whatever makes a token no longer good as it was writes its subject (key, session,
 * host, member) in the same transaction, and every process reads that list on, once a second. The process that writes
 * it forgets at its commit.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { insertRevocations } from './revocation.sql.ts'

type Listener = (subjectIds: readonly string[]) => void

const listeners = new Set<Listener>()

/** Hear of the revocations that this process commits. Gives the function that stops listening. */
export function onRevoked(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Make every process verify the tokens of these keys, sessions, hosts or members anew. */
export async function revoke(tx: Tx, subjectIds: readonly string[], at: Instant): Promise<void> {
  if (subjectIds.length === 0) return
  const subjects = [...new Set(subjectIds)]
  await tx.run(insertRevocations, subjects, toIso(at))
  tx.afterCommit(() => {
    for (const listener of listeners) listener(subjects)
  })
}
