/** Asking for a step-up: what is to be signed becomes a challenge of the member. Nothing is moved or changed by it. */

import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { stepUpChallenge, type Signed } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { keepChallenge } from './challenges.ts'
import { readPasskeys, type PasskeyRow } from './passkeys.sql.ts'
import { codesLeft } from './recovery-codes.ts'

export interface StartedStepUp {
  challenge: Buffer
  expiresAt: Instant
  /** The passkeys that may answer it. */
  passkeys: PasskeyRow[]
}

const nonceBytes = 32

/** Make the challenge of a send or a change. Refuses `passkey_missing` where the member has none that could sign. */
export async function startStepUp(tx: Tx, memberId: string, signed: Signed): Promise<StartedStepUp> {
  const passkeys = (await tx.run(readPasskeys, memberId)).filter(({ copiedAt }) => copiedAt === null)
  if (passkeys.length === 0) {
    const recoveryCodes = await codesLeft(tx, memberId)
    throw new RefusalError(refuse('passkey_missing', { recoveryCodes }))
  }
  const now = await tx.now()
  const nonce = Buffer.from(tx.random.bytes(nonceBytes)).toString('base64url')
  const challenge = Buffer.from(stepUpChallenge(signed, nonce))
  const made = { memberId, challenge, purpose: 'step_up', nonce, proved: false } as const
  return { challenge, passkeys, expiresAt: await keepChallenge(tx, made, now) }
}
