/** End one session of a member. */

import { decideRevoke } from '@laisee/core/credential.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { revoke } from './revocation.ts'
import { lockSession, revokeSessionRow } from './sessions.sql.ts'

/** End it. No process takes it five seconds later. Refuses `not_found`, also for another member's; `already_revoked`. */
export async function revokeSession(
  tx: Tx,
  ask: { memberId: string; sessionId: string; by: string },
): Promise<void> {
  const session = await tx.one(lockSession, ask.sessionId)
  if (session?.memberId !== ask.memberId) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(session.createdAt)
  orThrow(decideRevoke(session))
  await tx.run(revokeSessionRow, session.id, toIso(at))
  const data = { sessionId: session.id, memberId: ask.memberId, by: ask.by }
  await tell(tx, {
    sourceId: session.id,
    seq: 2n,
    kind: 'session.revoked',
    at,
    data,
    audience: [ask.memberId],
  })
  await revoke(tx, [session.id], at)
}
