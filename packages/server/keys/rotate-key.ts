/** Give a key a new secret; the one before goes on for an overlap, so that its users can change over. */

import { decideGrant, decideRotate } from '@laisee/core/credential.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { lockKey, rotateKeyRow } from './keys.sql.ts'
import { revoke } from './revocation.ts'
import { hashSecret, newSecret, tokenOf } from './secret.ts'

export interface RotatedKey {
  id: string
  token: string
  previousUntil: Instant | null
}

export interface Rotation {
  keyId: string
  overlapMs: number
  /** What the asker may do: whoever rotates a key learns its token, and so must hold its scopes. */
  held: readonly string[]
  by: string
}

/**
 * Rotate. With no overlap the secret before ends at once. Refuses `not_found`, `already_revoked`, and `forbidden` for
 * a key with scopes the asker does not hold.
 */
export async function rotateKey(tx: Tx, ask: Rotation): Promise<RotatedKey> {
  const key = await tx.one(lockKey, ask.keyId)
  if (!key) throw new RefusalError(refuse('not_found'))
  orThrow(decideGrant(ask.held, key.scopes))
  const at = await tx.now(key.changedAt)
  orThrow(decideRotate(key, at))
  const secret = newSecret(tx.random)
  const previousUntil = ask.overlapMs === 0 ? null : at + ask.overlapMs
  const until = previousUntil === null ? null : toIso(previousUntil)
  await tx.run(
    rotateKeyRow,
    key.id,
    hashSecret(secret),
    until === null ? null : key.secretHash,
    until,
    toIso(at),
  )
  const data = { keyId: key.id, previousUntil: until, by: ask.by }
  await tell(tx, { sourceId: key.id, seq: key.eventCount + 1n, kind: 'key.rotated', at, data, audience: [] })
  await revoke(tx, [key.id], at)
  return { id: key.id, token: tokenOf('key', key.id, secret), previousUntil }
}
