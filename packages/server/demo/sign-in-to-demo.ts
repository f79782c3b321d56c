/** Signing in to a demo world: as one of its people, or as somebody new. Nobody has to prove anything. */

import { keptSessionDefaultMs } from '@laisee/core/credential.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { mintSession } from '../keys/mint-session.ts'
import type { SignedIn } from '../keys/sign-in.ts'
import { createMember } from '../people/create-member.ts'

/** Be this member. Refuses `not_found`. */
export async function signInToDemo(
  tx: Tx,
  ctx: Pick<Context, 'demo'>,
  { memberId }: { memberId: string },
): Promise<SignedIn> {
  if (!ctx.demo) throw new Error('nobody signs in to a service for real without a proof')
  const session = await mintSession(tx, ctx, { memberId, lifetimeMs: keptSessionDefaultMs, by: 'demo' })
  return { ...session, memberId }
}

/** Come in as a new person with an empty wallet. Refuses a name that cannot be read. */
export async function joinDemo(
  tx: Tx,
  ctx: Pick<Context, 'demo'>,
  { name }: { name: string },
): Promise<SignedIn> {
  const member = await createMember(tx, { name })
  return signInToDemo(tx, ctx, { memberId: member.id })
}
