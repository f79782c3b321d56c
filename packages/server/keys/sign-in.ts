/** Sign in by a one-time code: the first who uses it gets a session, whoever comes second is refused. */

import { decideSignIn } from '@laisee/core/credential.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { mintSession, type MintedSession } from './mint-session.ts'
import { hashSecret } from './secret.ts'
import { readCodeOwner, takeCode } from './sign-in-code.sql.ts'

export interface SignedIn extends MintedSession {
  memberId: string
}

/**
 * Exchange a code for a session. It takes its turn with the member's sign-out, and the code is gone with it. Refuses
 * `sign_in_code_invalid`, whatever is wrong with the code.
 */
export async function signIn(tx: Tx, ctx: Pick<Context, 'demo'>, ask: { code: string }): Promise<SignedIn> {
  const secretHash = hashSecret(ask.code)
  const owner = await tx.one(readCodeOwner, secretHash)
  // The member comes first, as everywhere: a sign-out that holds them has ended the code when this goes on.
  const member = owner && (await lockMember(tx, owner.memberId))
  const code = member && (await tx.one(takeCode, secretHash))
  const now = await tx.now(member?.changedAt)
  orThrow(decideSignIn(code, ctx.demo, now))
  const { memberId, sessionMs } = code!
  const session = await mintSession(tx, ctx, { memberId, lifetimeMs: Number(sessionMs), by: 'sign_in_link' })
  return { ...session, memberId }
}
