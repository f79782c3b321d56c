/** The step-up of a send: whether it needs one, and the proof of it, in the send's own transaction. */

import type { AgeBand } from '@laisee/core/age.ts'
import type { Amount } from '@laisee/core/money.ts'
import { nothingAsked, stepUpNeed, type SignedSend, type StepUpAsked } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { readStepUpSetting } from './passkeys.sql.ts'
import { proveStepUp, type StepUpGiven, type StepUpProof } from './prove-step-up.ts'

/** What decides whether a send needs one. */
interface Asked {
  given: StepUpGiven | undefined
  band: AgeBand
  /** What an organisation's policy and its rules ask; the version of it is named where they do. */
  asked?: StepUpAsked & { policyVersion?: number }
  /** The sum it is a planned part of, where it is one: what asks from a sum on looks at all of it. */
  whole?: Amount
}

/**
 * Let a send through that needs no step-up, or that comes with the proof of one; null where none was needed. `asked` is
 * what a policy or a rule wants of this send. Refuses `step_up_attempts_used_up`, `step_up_needed` with the `reason`,
 * `step_up_invalid`. Call `lockForStepUp` before the wallet is locked.
 */
export async function requireStepUp(
  tx: Tx,
  send: SignedSend,
  { given, band, asked = nothingAsked, whole }: Asked,
): Promise<StepUpProof | null> {
  const { payerId, total } = send
  const own = (await tx.one(readStepUpSetting, payerId))?.fromAmount ?? null
  const need = stepUpNeed(whole ?? total, { band, own, asked })
  if (need === undefined) return null
  const { reason, fromAmount } = need
  const { policyVersion } = asked
  const byPolicy = (reason === 'organisation' || reason === 'rule') && policyVersion !== undefined
  const said = {
    reason,
    fromAmount: fromAmount === null ? null : Number(fromAmount),
    ...(byPolicy && { policyVersion }),
  }
  return proveStepUp(tx, payerId, { signed: send, given, need: said })
}
