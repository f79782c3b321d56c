/**
 * Make a one-time sign-in code: a host application hands a member the link to it, and the device that opens it first
 * gets a session. The code is shown once; the database keeps a hash.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { hashSecret, newSecret } from './secret.ts'
import { insertCode } from './sign-in-code.sql.ts'

export interface SignInLink {
  code: string
  /** Where the web app takes it, from its origin on. The code stands in the fragment, which reaches no server's log. */
  path: string
  expiresAt: Instant
}

/** Make it, in milliseconds for the code and for the session it gives. Refuses `not_found`. */
export async function makeSignInLink(
  tx: Tx,
  ctx: Pick<Context, 'demo'>,
  ask: { memberId: string; lifetimeMs: number; sessionMs: number; by: string },
): Promise<SignInLink> {
  const member = await lockMember(tx, ask.memberId)
  const at = await tx.now(member.changedAt)
  const code = newSecret(tx.random)
  const expiresAt = at + ask.lifetimeMs
  const times = [toIso(at), toIso(expiresAt)] as const
  await tx.run(insertCode, hashSecret(code), ask.memberId, ctx.demo, BigInt(ask.sessionMs), ...times)
  const data = { memberId: ask.memberId, expiresAt: toIso(expiresAt), by: ask.by }
  await tellMember(tx, ask.memberId, { kind: 'member.sign_in_link_made', at, data })
  return { code, path: `/sign-in#code=${code}`, expiresAt }
}
