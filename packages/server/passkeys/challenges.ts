/**
 * Challenges: what a passkey is asked to sign, as a row of the member it was made for. It is good once, for five
 * minutes, for that member and for that purpose alone.
 */

import { hourMs, toIso, type Instant } from '@laisee/core/instant.ts'
import type { PasskeyFault } from '@laisee/core/passkey.ts'
import { challengeMs } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { forgetChallenges, insertChallenge, lockChallenge, type ChallengeRow } from './challenges.sql.ts'

export interface NewChallenge {
  memberId: string
  challenge: Buffer
  purpose: ChallengeRow['purpose']
  nonce: string
  /** Whether a step-up came before it: what it lets in needs none more. */
  proved: boolean
}

/** Used challenges stay known this long, so that a second use is told from an unknown one. */
const rememberedMs = hourMs

/** Keep a challenge until it is used or over. Gives when that is. */
export async function keepChallenge(tx: Tx, made: NewChallenge, now: Instant): Promise<Instant> {
  const { memberId, challenge, purpose, nonce, proved } = made
  const expiresAt = now + challengeMs
  await tx.run(forgetChallenges, memberId, toIso(now - rememberedMs))
  await tx.run(insertChallenge, memberId, challenge, purpose, nonce, proved, toIso(expiresAt))
  return expiresAt
}

/** A challenge of this member that may still be answered, locked; or what is wrong with it. */
export async function findChallenge(
  tx: Tx,
  { memberId, challenge, purpose }: Pick<NewChallenge, 'memberId' | 'challenge' | 'purpose'>,
  now: Instant,
): Promise<ChallengeRow | PasskeyFault> {
  const found = await tx.one(lockChallenge, memberId, challenge)
  if (found?.purpose !== purpose) return 'challenge_unknown'
  if (found.usedAt !== null) return 'challenge_used'
  return now < found.expiresAt ? found : 'challenge_expired'
}
