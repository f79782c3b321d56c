/** The step-up of a send: whether it needs one, and the proof of it, in the send's own transaction. */

import type { AgeBand } from '@laisee/core/age.ts'
import type { Amount } from '@laisee/core/money.ts'
import { stepUpNeed, type SignedSend } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { readStepUpSetting } from './passkeys.sql.ts'
import { proveStepUp, type StepUpGiven, type StepUpProof } from './prove-step-up.ts'

/** What decides whether a send needs one. */
interface Asked {
  given: StepUpGiven | undefined
  band: AgeBand
  asked?: boolean
  /** The sum it is a planned part of, where it is one: what asks from a sum on looks at all of it. */
  whole?: Amount
}

/**
 * Let a send through that needs no step-up, or that comes with the proof of one; null where none was needed. `asked` is
 * for a rule that wants one for this send. Refuses `step_up_attempts_used_up`, `step_up_needed` with the `reason`,
 * `step_up_invalid`. Call `lockForStepUp` before the wallet is locked.
 */
export async function requireStepUp(
  tx: Tx,
  send: SignedSend,
  { given, band, asked = false, whole }: Asked,
): Promise<StepUpProof | null> {
  const { payerId, total } = send
  const own = (await tx.one(readStepUpSetting, payerId))?.fromAmount ?? null
  const need = stepUpNeed(whole ?? total, { band, own, asked })
  if (need === undefined) return null
  const { reason, fromAmount } = need
  const said = { reason, fromAmount: fromAmount === null ? null : Number(fromAmount) }
  return proveStepUp(tx, payerId, { signed: send, given, need: said })
}
