/**
 * The proof of a step-up: a passkey's signature over exactly what happens, or a recovery code in its place. It is used
 * up in the transaction of what it lets through. One that fails leaves its count, its spent challenge and the news of a
 * copied passkey behind, though everything else is undone.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { PasskeyFault } from '@laisee/core/passkey.ts'
import { refuse, RefusalError, type RefusalData } from '@laisee/core/refusals.ts'
import { stepUpChallenge, type Signed } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { LeavingRefusalError } from '../db/leaving-refusal.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { findChallenge } from './challenges.ts'
import { markChallengeUsed } from './challenges.sql.ts'
import { checkAssertion, type Assertion } from './check-assertion.ts'
import { originFault, readClientData } from './client-data.ts'
import { countFailure, failIfUsedUp } from './failures.ts'
import type { Way } from './failures.sql.ts'
import { markPasskeyCopied, markPasskeyUsed, readPasskeys } from './passkeys.sql.ts'
import { codesLeft, useCode } from './recovery-codes.ts'
import type { Site } from './site.ts'

/** What a member hands over with what they ask for. */
export interface StepUpGiven {
  site: Site
  /** A passkey's signature, or a recovery code. */
  proof: { way: 'passkey'; assertion: Assertion } | { way: 'recovery_code'; code: string }
}

/** What a verb that asks for a step-up may refuse with, in order. */
export const proofRefusals = ['step_up_attempts_used_up', 'step_up_needed', 'step_up_invalid'] as const

/** What was proved, and by what. */
export type StepUpProof = { way: 'passkey'; passkeyId: string } | { way: 'recovery_code'; left: number }

/** What went wrong, and what of it stays: a challenge that is spent, a passkey that was copied. */
interface Failed {
  fault: PasskeyFault
  challenge?: Buffer
  copiedId?: string
}

/**
 * Take a member's row before a verb takes anything that comes after it in the lock order: a proof is told in the
 * member's own sequence. Does nothing where no proof came with the request.
 */
export async function lockForStepUp(tx: Tx, memberId: string, given: StepUpGiven | undefined): Promise<void> {
  if (given !== undefined) await lockMember(tx, memberId)
}

/**
 * Hold what was given against what happens, under the lock of the member. Refuses `step_up_attempts_used_up`,
 * `step_up_needed` where nothing was given, `step_up_invalid` with the `reason`.
 */
export async function proveStepUp(
  tx: Tx,
  memberId: string,
  { signed, given, need = {} }: { signed: Signed; given: StepUpGiven | undefined; need?: RefusalData },
): Promise<StepUpProof> {
  if (given === undefined) throw new RefusalError(await needed(tx, memberId, need))
  const { proof } = given
  const now = await tx.now()
  await failIfUsedUp(tx, memberId, proof.way, now)
  const proved =
    proof.way === 'passkey'
      ? await byPasskey(tx, memberId, { signed, assertion: proof.assertion, site: given.site }, now)
      : await byCode(tx, memberId, proof.code, now)
  if ('fault' in proved) throw invalid(memberId, proof.way, proved)
  await tellMember(tx, memberId, {
    kind: 'step_up.given',
    at: now,
    data: {
      memberId,
      way: proved.way,
      passkeyId: proved.way === 'passkey' ? proved.passkeyId : null,
      recoveryCodesLeft: proved.way === 'recovery_code' ? proved.left : null,
      signed: told(signed),
    },
  })
  return proved
}

async function needed(tx: Tx, memberId: string, need: RefusalData) {
  const passkeys = (await tx.run(readPasskeys, memberId)).filter(({ copiedAt }) => copiedAt === null).length
  return refuse('step_up_needed', { ...need, passkeys, recoveryCodes: await codesLeft(tx, memberId) })
}

async function byCode(tx: Tx, memberId: string, code: string, now: Instant): Promise<StepUpProof | Failed> {
  const used = await useCode(tx, memberId, code, now)
  return typeof used === 'string' ? { fault: used } : { way: 'recovery_code', left: used.left }
}

async function byPasskey(
  tx: Tx,
  memberId: string,
  { signed, assertion, site }: { signed: Signed; assertion: Assertion; site: Site },
  now: Instant,
): Promise<StepUpProof | Failed> {
  const seen = readClientData(assertion.clientDataJSON, 'webauthn.get')
  if (typeof seen === 'string') return { fault: seen }
  const { challenge, origin } = seen
  const asked = await findChallenge(tx, { memberId, challenge, purpose: 'step_up' }, now)
  if (typeof asked === 'string') return { fault: asked }
  if (!challenge.equals(stepUpChallenge(signed, asked.nonce))) return { fault: 'signed_other', challenge }
  const elsewhere = originFault(site, seen)
  if (elsewhere !== undefined) return { fault: elsewhere, challenge }
  const passkeys = await tx.run(readPasskeys, memberId)
  const passkey = passkeys.find((one) => one.credentialId.toString('base64url') === assertion.id)
  if (passkey === undefined) return { fault: 'passkey_unknown', challenge }
  if (passkey.copiedAt !== null) return { fault: 'passkey_copied', challenge }
  const checked = await checkAssertion(site, passkey, { assertion, challenge, origin })
  if (checked === 'passkey_copied') return { fault: checked, challenge, copiedId: passkey.id }
  if (typeof checked === 'string') return { fault: checked, challenge }
  await tx.run(markChallengeUsed, memberId, challenge, toIso(now))
  await tx.run(markPasskeyUsed, memberId, passkey.id, checked.signCount, checked.synced, toIso(now))
  return { way: 'passkey', passkeyId: passkey.id }
}

function invalid(memberId: string, way: Way, failed: Failed): LeavingRefusalError {
  return new LeavingRefusalError(refuse('step_up_invalid', { reason: failed.fault }), (tx) =>
    leaveBehind(tx, memberId, way, failed),
  )
}

async function leaveBehind(tx: Tx, memberId: string, way: Way, failed: Failed): Promise<void> {
  const { changedAt } = await lockMember(tx, memberId)
  const at = await tx.now(changedAt)
  await countFailure(tx, memberId, way, at)
  if (failed.challenge) await tx.run(markChallengeUsed, memberId, failed.challenge, toIso(at))
  if (failed.copiedId === undefined) return
  const copied = await tx.one(markPasskeyCopied, memberId, failed.copiedId, toIso(at))
  if (!copied) return
  const { id, name } = copied
  await tellMember(tx, memberId, { kind: 'passkey.copied', at, data: { memberId, passkeyId: id, name } })
}

/** What was signed, as an event tells it. */
function told(signed: Signed): Record<string, unknown> {
  if ('change' in signed) return { ...signed }
  const { kind, payeeIds, groupId, total, count } = signed
  return { kind, payeeIds, groupId, total: amountToJson(total), count }
}
