/** Mint a session: a token by which a member calls, for as long as it says. It is shown once. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { lockMember } from '../people/members.ts'
import { hashSecret, newSecret, tokenOf } from './secret.ts'
import { insertSession } from './sessions.sql.ts'

export interface MintedSession {
  id: string
  token: string
  createdAt: Instant
  expiresAt: Instant
}

/**
 * Mint a session for a member. It waits for a sign-out that is under way, and comes after it. In a demo world it is
 * a demo session, which production refuses. Refuses `not_found`.
 */
export async function mintSession(
  tx: Tx,
  ctx: Pick<Context, 'demo'>,
  ask: { memberId: string; lifetimeMs: number; by: string; hostId?: string },
): Promise<MintedSession> {
  const member = await lockMember(tx, ask.memberId)
  const at = await tx.now(member.changedAt)
  const id = tx.newId('session')
  const secret = newSecret(tx.random)
  const expiresAt = at + ask.lifetimeMs
  const times = [toIso(at), toIso(expiresAt)] as const
  await tx.run(insertSession, id, hashSecret(secret), ask.memberId, ctx.demo, ...times, ask.hostId ?? null)
  const data = { sessionId: id, memberId: ask.memberId, expiresAt: toIso(expiresAt), by: ask.by }
  await tell(tx, { sourceId: id, seq: 1n, kind: 'session.created', at, data, audience: [ask.memberId] })
  return { id, token: tokenOf('session', id, secret), createdAt: at, expiresAt }
}
