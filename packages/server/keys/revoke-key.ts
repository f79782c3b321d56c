/** End an operator's key, and a rotated key's previous secret with it. */

import { decideRevoke } from '@laisee/core/credential.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { lockKey, revokeKeyRow } from './keys.sql.ts'
import { revoke } from './revocation.ts'

/** Revoke. No process takes the key five seconds later. Refuses `not_found`, `already_revoked`. */
export async function revokeKey(tx: Tx, ask: { keyId: string; by: string }): Promise<void> {
  const key = await tx.one(lockKey, ask.keyId)
  if (!key) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(key.changedAt)
  orThrow(decideRevoke(key))
  await tx.run(revokeKeyRow, key.id, toIso(at))
  const data = { keyId: key.id, by: ask.by }
  await tell(tx, { sourceId: key.id, seq: key.eventCount + 1n, kind: 'key.revoked', at, data, audience: [] })
  await revoke(tx, [key.id], at)
}
