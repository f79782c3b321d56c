/**
 * The gate: what a verdict keeps from being sent. A refusal says why; a question is answered by the fingerprint of
 * exactly what was shown, so that an answer is good for one send and for nothing that changed since.
 */

import type { Outcome } from '@laisee/core/guard/rule.ts'
import type { Held } from '@laisee/core/hold.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError, type RefusalCode } from '@laisee/core/refusals.ts'
import type { SpendingFacts } from '@laisee/core/spending.ts'
import type { StepUpAsked } from '@laisee/core/step-up.ts'
import type { Submission } from '../approvals/submit.ts'
import type { Judged } from './judge-send.ts'

/** What a send may be refused for by the guard, in order; a step-up stands between the two parts. */
export const guardRefusals = ['guard_refused'] as const satisfies readonly RefusalCode[]
export const confirmationRefusals = [
  'confirmation_needed',
  'confirmation_stale',
] as const satisfies readonly RefusalCode[]

/** What would follow from a send that is only looked at. */
export interface Following extends Held {
  deliverAt: Instant
  spending: SpendingFacts
  /** Whose word it would wait for first; null where nobody is asked. */
  submission: Submission | null
  /** What asks for a step-up beside the sender's age and own sum. */
  stepUp: StepUpAsked
}

/** A send that was only looked at, on its way out of a transaction in which nothing was written. */
export class PreviewedError extends Error {
  override readonly name = 'PreviewedError'
  readonly judged: Judged
  readonly following: Following

  constructor(judged: Judged, following: Following) {
    super('the send was only looked at')
    this.judged = judged
    this.following = following
  }
}

/**
 * Keep a send from going on where its verdict says so. Refuses `guard_refused`; a send that is only looked at ends here.
 * `approve` needs somebody who approves: where nobody is asked it is refused, never let through.
 */
export function passGuard(judged: Judged | undefined, following: Following): void {
  if (!judged) return
  if (judged.ask.previews) throw new PreviewedError(judged, following)
  const { outcome } = judged.judgement.verdict
  if (outcome === 'refuse' || (outcome === 'approve' && following.submission === null))
    throw new RefusalError(refuse('guard_refused', { outcome, reasons: decidingFirst(judged) }))
}

/**
 * Ask where any rule asks, also of what is held or waits for approval, unless it is answered. Refuses
 * `confirmation_needed`, `confirmation_stale`.
 */
export function passConfirmation(judged: Judged | undefined): void {
  if (!judged?.judgement.verdict.asks) return
  const { confirmedHash } = judged.ask
  if (confirmedHash === judged.shownHash) return
  const code = confirmedHash === null ? 'confirmation_needed' : 'confirmation_stale'
  const { shown, shownHash } = judged
  throw new RefusalError(refuse(code, { shownHash, reasons: reasonsOf(judged), shown: [shown] }))
}

/** What refuses comes before what would only have asked. */
function decidingFirst({ judgement: { verdict } }: Judged) {
  const decides = ({ outcome }: { outcome: Outcome }) => outcome === verdict.outcome
  const sorted = verdict.reasons.toSorted((a, b) => Number(decides(b)) - Number(decides(a)))
  return sorted.map(({ code, data, outcome }) => ({ code, data, outcome }))
}

function reasonsOf({ judgement }: Judged) {
  return judgement.verdict.reasons.map(({ code, data }) => ({ code, data }))
}
