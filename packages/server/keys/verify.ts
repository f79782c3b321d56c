/** Whether a token is good, by the database: the slow way, taken once a token and after anything about it changed. */

import { isGood } from '@laisee/core/credential.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import type { MemberCaller, OperatorCaller } from '../http/caller.ts'
import { readKeySecret } from './keys.sql.ts'
import { isScope } from './scopes.ts'
import { isSecret, readToken } from './secret.ts'
import { readSessionSecret } from './sessions.sql.ts'
import { verifySignedToken } from './signed-token.ts'
import { tellSignedSignIn } from './tell-signed-sign-in.ts'

export interface Verified {
  caller: OperatorCaller | MemberCaller
  /** Who the writes and limits of this caller are counted for: the member's id, or the key's. */
  actorId: string
  /** From this moment of the service's clock on it is no longer good. */
  expiresAt: Instant
  /** The key, session, host or member whose revocation ends it. */
  subjectIds: readonly string[]
}

/**
 * Who a token speaks for; undefined where it is not good. Demo keys and sessions are good in a demo world only. The first
 * use of a token that a host signed is told; of all later ones nothing is written.
 */
export async function verifyToken(db: Db, text: string, demo: boolean): Promise<Verified | undefined> {
  const token = readToken(text)
  if (token?.kind === 'key') return verifyKey(db, token.id, token.secret, demo)
  if (token?.kind === 'session') return verifySession(db, token.id, token.secret, demo)
  return token === undefined ? undefined : verifySigned(db, token.text)
}

async function verifyKey(db: Db, id: string, secret: string, demo: boolean): Promise<Verified | undefined> {
  const key = (await db.run(readKeySecret, id))[0]
  if (!key || (key.demo && !demo) || !isGood(key, key.now)) return undefined
  const isPrevious =
    isSecret(secret, key.previousHash) && key.previousUntil !== null && key.now < key.previousUntil
  if (!isSecret(secret, key.secretHash) && !isPrevious) return undefined
  const ends = [key.expiresAt, isPrevious ? key.previousUntil : null].map((end) => end ?? Infinity)
  return {
    caller: { kind: 'operator', keyId: key.id, scopes: key.scopes.filter(isScope) },
    actorId: key.id,
    expiresAt: Math.min(...ends),
    subjectIds: [key.id],
  }
}

async function verifySession(
  db: Db,
  id: string,
  secret: string,
  demo: boolean,
): Promise<Verified | undefined> {
  const session = (await db.run(readSessionSecret, id))[0]
  if (!session || (session.demo && !demo) || !isGood(session, session.now)) return undefined
  if (!isSecret(secret, session.secretHash) || !session.hostSpeaks) return undefined
  const { hostId } = session
  return {
    caller: { kind: 'member', memberId: session.memberId, sessionId: session.id },
    actorId: session.memberId,
    expiresAt: session.expiresAt,
    subjectIds: [session.id, session.memberId, ...(hostId === null ? [] : [hostId])],
  }
}

async function verifySigned(db: Db, text: string): Promise<Verified | undefined> {
  const signed = await verifySignedToken(db, text)
  if (!signed) return undefined
  if (!signed.isSeen) await tellSignedSignIn(db, signed)
  return {
    caller: {
      kind: 'member',
      memberId: signed.memberId,
      signed: { hostId: signed.hostId, issuedAt: signed.issuedAt },
    },
    actorId: signed.memberId,
    expiresAt: signed.expiresAt,
    subjectIds: [signed.hostId, signed.memberId],
  }
}
