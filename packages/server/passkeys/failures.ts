/**
 * Step-ups that failed are counted in the database, for each member and for passkeys and recovery codes apart: a
 * signature cannot be guessed, but nothing here may be tried at speed, and wrong codes must not lock a passkey out.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import {
  codeFailuresMax,
  codeFailuresMs,
  passkeyFailuresMax,
  passkeyFailuresMs,
} from '@laisee/core/passkey.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { addFailure, lockAttemptsRow, readFailures, type Way } from './failures.sql.ts'

const bounds: Record<Way, { max: number; ms: number }> = {
  passkey: { max: passkeyFailuresMax, ms: passkeyFailuresMs },
  recovery_code: { max: codeFailuresMax, ms: codeFailuresMs },
}

/**
 * Wait for whatever step-up of this member is being tried. Taken before the verb, and so kept where the verb is undone,
 * until its failure is counted: of many tried at once each sees what the ones before it came to.
 */
export async function lockAttempts(tx: Tx, memberId: string): Promise<void> {
  await tx.run(lockAttemptsRow, memberId)
}

/** Refuse `step_up_attempts_used_up` where too many of a kind failed within its while. */
export async function failIfUsedUp(tx: Tx, memberId: string, way: Way, now: Instant): Promise<void> {
  const { max, ms } = bounds[way]
  const seen = await tx.one(readFailures, memberId, way)
  if (seen === undefined || seen.failures < max || seen.firstAt + ms <= now) return
  throw new RefusalError(refuse('step_up_attempts_used_up', { way, retryAt: toIso(seen.firstAt + ms) }))
}

/** Count one more that failed. */
export async function countFailure(tx: Tx, memberId: string, way: Way, now: Instant): Promise<void> {
  await tx.run(addFailure, memberId, way, toIso(now), toIso(now - bounds[way].ms))
}
