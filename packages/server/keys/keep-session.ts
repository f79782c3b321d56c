/** Exchange a token that a host application signed, and that soon ends, for a session that a device keeps. */

import { decideKeepSession } from '@laisee/core/credential.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import type { MemberCaller } from '../http/caller.ts'
import { lockMember } from '../people/members.ts'
import { mintSession } from './mint-session.ts'
import { readTokensValidFrom } from './sessions.sql.ts'
import type { SignedIn } from './sign-in.ts'

/**
 * Give the caller a session. It is good only while the host speaks for the member: removing the host, or the
 * member's external id with it, ends it. Refuses `unauthenticated` where a sign-out came between, `forbidden` for a
 * caller who has a session already.
 */
export async function keepSession(
  tx: Tx,
  ctx: Pick<Context, 'demo'>,
  ask: { caller: MemberCaller; lifetimeMs: number },
): Promise<SignedIn> {
  const { memberId, signed } = ask.caller
  await lockMember(tx, memberId)
  const valid = await tx.one(readTokensValidFrom, memberId)
  orThrow(decideKeepSession(signed, valid!.tokensValidFrom))
  const { hostId } = signed!
  const session = await mintSession(tx, ctx, { memberId, lifetimeMs: ask.lifetimeMs, by: hostId, hostId })
  return { ...session, memberId }
}
