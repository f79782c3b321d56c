/** Sign a member out everywhere: sessions that run, tokens a host has signed until now, sign-in codes nobody has used. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { revoke } from './revocation.ts'
import { deleteCodesOf } from './sign-in-code.sql.ts'
import { revokeSessionsOf, setTokensValidFrom } from './sessions.sql.ts'

export interface SignedOut {
  at: Instant
  /** The sessions that ended by it. */
  sessionCount: number
}

/** Sign out. No process takes any of those tokens five seconds later. Refuses `not_found`. */
export async function signOut(tx: Tx, ask: { memberId: string; by: string }): Promise<SignedOut> {
  const member = await lockMember(tx, ask.memberId)
  const at = await tx.now(member.changedAt)
  await tx.run(setTokensValidFrom, ask.memberId, toIso(at))
  const ended = await tx.run(revokeSessionsOf, ask.memberId, toIso(at))
  await tx.run(deleteCodesOf, ask.memberId)
  const data = { memberId: ask.memberId, sessionIds: ended.map((session) => session.id), by: ask.by }
  await tellMember(tx, ask.memberId, { kind: 'member.signed_out', at, data })
  await revoke(tx, [ask.memberId, ...ended.map((session) => session.id)], at)
  return { at, sessionCount: ended.length }
}
