/**
 * Coming in with a token that a host application signed is a sign-in like any other, and the log has it. A token is told
 * the first time this service sees it; the row of its hash decides which time that is, whichever server it came to.
 */

import { toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import { tell } from '../events/append.ts'
import type { SignedCaller } from './signed-token.ts'
import { insertSignedToken } from './signed-token.sql.ts'

/** Tell it, once for each token. Nobody is let in by a token of which this could not be written down. */
export function tellSignedSignIn(db: Db, signed: SignedCaller): Promise<void> {
  const { memberId, hostId, tokenHash } = signed
  const expiresAt = toIso(signed.expiresAt)
  return db.transaction(async (tx) => {
    if (!(await tx.one(insertSignedToken, tokenHash, expiresAt))) return
    const at = await tx.now()
    // There is no session that anybody could end, so that its id is the event's alone.
    const data = { memberId, expiresAt, by: hostId, way: 'signed_token' }
    const sourceId = tx.newId('session')
    await tell(tx, { sourceId, seq: 1n, kind: 'session.created', at, data, audience: [memberId] })
  })
}
