/**
 * Tokens a host application signs for its own users (JWT: RFC 7519, best practice RFC 8725). The issuer finds the
 * host, the host's kept keys check the signature, the subject is the host's own id of a member.
 */

import { hash } from 'node:crypto'
import { signedTokenMaxMs } from '@laisee/core/credential.ts'
import { secondMs, type Instant } from '@laisee/core/instant.ts'
import { compactVerify, createLocalJWKSet, decodeJwt, errors, type JWTPayload } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Db } from '../db/db.ts'
import { readHostByIssuer, readMemberByExternalId, type HostRow } from './hosts.sql.ts'
import { signatureAlgorithms } from './public-keys.ts'
import { readSignedStanding } from './signed-token.sql.ts'

export const audience = 'laisee'

/** A host's clock may run this far ahead of ours. */
const skewMs = 60 * secondMs

type KeySet = ReturnType<typeof createLocalJWKSet>

/** Imported keys by host and the number of its last change: importing costs more than a signature's check. */
const keySets = new LRUCache<string, KeySet>({ max: 1_000 })

export interface SignedCaller {
  memberId: string
  hostId: string
  issuedAt: Instant
  expiresAt: Instant
  /** The service's time when it was judged. */
  now: Instant
  /** Of what was signed: a signature that is written otherwise makes it no other token. */
  tokenHash: Buffer
  /** Whether this service has told of it before. */
  isSeen: boolean
}

/** Who a signed token speaks for; undefined where it is not good. Reads the database; nothing else. */
export async function verifySignedToken(db: Db, token: string): Promise<SignedCaller | undefined> {
  const claimed = claimsOf(token)
  if (typeof claimed?.iss !== 'string') return undefined
  const host = (await db.run(readHostByIssuer, claimed.iss))[0]
  if (!host) return undefined
  const claims = await verifiedClaims(token, host)
  if (!claims || !hasAudience(claims) || typeof claims.sub !== 'string') return undefined
  const member = (await db.run(readMemberByExternalId, host.id, claims.sub))[0]
  if (!member) return undefined
  const tokenHash = hashOf(token)
  const valid = (await db.run(readSignedStanding, member.memberId, tokenHash))[0]
  if (!valid || !isTimely(claims, valid.now, valid.tokensValidFrom)) return undefined
  return {
    memberId: member.memberId,
    hostId: host.id,
    issuedAt: claims.iat! * secondMs,
    expiresAt: claims.exp! * secondMs,
    now: valid.now,
    tokenHash,
    isSeen: valid.isSeen,
  }
}

const hashOf = (token: string) => hash('sha256', token.slice(0, token.lastIndexOf('.')), 'buffer')

/** What the token says of itself, before anything is believed. */
function claimsOf(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token)
  } catch {
    return undefined
  }
}

async function verifiedClaims(token: string, host: HostRow): Promise<JWTPayload | undefined> {
  const name = `${host.id} ${host.eventCount}`
  const keySet = keySets.get(name) ?? createLocalJWKSet(host.jwks)
  keySets.set(name, keySet)
  try {
    const { payload } = await compactVerify(token, keySet, { algorithms: [...signatureAlgorithms] })
    return JSON.parse(Buffer.from(payload).toString()) as JWTPayload
  } catch (error) {
    if (error instanceof errors.JWKSMultipleMatchingKeys) return undefined
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError)
      return undefined
    throw error
  }
}

function hasAudience({ aud }: JWTPayload): boolean {
  return Array.isArray(aud) ? aud.includes(audience) : aud === audience
}

/** Expiry is exact, by the service's clock; no token lives longer than a day or is older than the last sign-out. */
function isTimely({ exp, iat, nbf }: JWTPayload, now: Instant, validFrom: Instant | null): boolean {
  if (!isSeconds(exp) || !isSeconds(iat) || (nbf !== undefined && !isSeconds(nbf))) return false
  const issuedAt = iat * secondMs
  const expiresAt = exp * secondMs
  if (now >= expiresAt || expiresAt - issuedAt > signedTokenMaxMs || issuedAt > now + skewMs) return false
  if (nbf !== undefined && nbf * secondMs > now + skewMs) return false
  return validFrom === null || issuedAt >= validFrom
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
