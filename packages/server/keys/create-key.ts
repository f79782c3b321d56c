/** Make an operator's key. Its token is shown once; the database keeps a hash. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { insertKey } from './keys.sql.ts'
import type { Scope } from './scopes.ts'
import { hashSecret, newSecret, tokenOf } from './secret.ts'

export interface NewKey {
  name: string
  scopes: readonly Scope[]
  expiresAt: Instant | null
  /** Who makes it: another key's id, or `cli` for the first. */
  by: string
}

export interface CreatedKey {
  id: string
  token: string
  createdAt: Instant
}

/** Make a key. In a demo world it is a demo key, which production refuses. */
export async function createKey(tx: Tx, ctx: Pick<Context, 'demo'>, ask: NewKey): Promise<CreatedKey> {
  const at = await tx.now()
  if (ask.expiresAt !== null && ask.expiresAt <= at) {
    throw new RefusalError(
      refuse('invalid_request', { errors: [{ field: 'expiresAt', message: 'is in the past' }] }),
    )
  }
  const id = tx.newId('key')
  const secret = newSecret(tx.random)
  const scopes = [...new Set(ask.scopes)]
  const expiresAt = ask.expiresAt === null ? null : toIso(ask.expiresAt)
  await tx.run(insertKey, id, hashSecret(secret), ask.name, scopes, ctx.demo, toIso(at), expiresAt)
  const data = { keyId: id, name: ask.name, scopes, expiresAt, by: ask.by }
  await tell(tx, { sourceId: id, seq: 1n, kind: 'key.created', at, data, audience: [] })
  return { id, token: tokenOf('key', id, secret), createdAt: at }
}
