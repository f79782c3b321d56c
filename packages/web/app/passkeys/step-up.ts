/** A "no" that a passkey answers: what is to be signed, in the form of the screens. Pure. */

import type { StepUpReason } from '@laisee/core/step-up.ts'
import type { RefusalError } from '../data/service.ts'
import type { PendingSend, What } from '../send/pending.ts'
import { withMore } from '../send/with-more.ts'
import type { Proof, StepUpAsk } from './passkeys-data.ts'

type No = Pick<RefusalError, 'code' | 'problem'>

export interface StepUpNeed {
  reason: StepUpReason | 'change'
  /** Fen; null where it is no sum that asks. */
  fromAmount: number | null
  /** How many passkeys could sign, and how many codes are left. */
  passkeys: number
  recoveryCodes: number
}

/** A send that waits for a passkey. */
export interface StepUpQuestion extends Pick<PendingSend, 'what' | 'toName' | 'amount'> {
  need: StepUpNeed
  /** What was wrong with the last answer. */
  fault: string | undefined
}

const reasons: readonly StepUpNeed['reason'][] = ['own', 'age', 'organisation', 'rule', 'change']

/** What the service needs; undefined where it refuses for another reason. */
export function needOf({ code, problem }: No): StepUpNeed | undefined {
  if (code !== 'step_up_needed') return undefined
  const data = problem as unknown as Record<string, unknown>
  const number = (part: unknown) => (typeof part === 'number' ? part : undefined)
  return {
    reason: reasons.find((one) => one === data.reason) ?? 'rule',
    fromAmount: number(data.fromAmount) ?? null,
    passkeys: number(data.passkeys) ?? 0,
    recoveryCodes: number(data.recoveryCodes) ?? 0,
  }
}

/** What is wrong with an answer that was given; undefined where the service refuses for another reason. */
export function faultOf({ code, problem }: No): string | undefined {
  return code === 'step_up_invalid' ? String((problem as { reason?: unknown }).reason) : undefined
}

/** The question about a send, or the same one again with what was wrong; undefined where it is none. */
export function stepUpQuestionOf(
  refusal: No,
  { what, toName, amount }: Pick<PendingSend, 'what' | 'toName' | 'amount'>,
  before: StepUpNeed | undefined,
): StepUpQuestion | undefined {
  const need = needOf(refusal)
  if (need) return { what, toName, amount, need, fault: undefined }
  const fault = faultOf(refusal)
  return fault !== undefined && before ? { what, toName, amount, need: before, fault } : undefined
}

/** What is asked to be signed: the send without what was given for it before. */
export function askFor(what: What): StepUpAsk {
  if (what.kind === 'packet') {
    const { stepUp: _before, ...packet } = what.body
    return { packet }
  }
  if (what.kind === 'part' || what.kind === 'share') return { transfer: what.transfer }
  const { stepUp: _before, ...rest } = what.body
  return what.kind === 'ladder' ? { ladder: rest as typeof what.body } : { transfer: rest }
}

/** The same send with its proof. */
export function proved(
  { what, toName, amount }: StepUpQuestion,
  stepUp: Proof,
): Pick<PendingSend, 'what' | 'toName' | 'amount'> {
  return { what: withMore(what, { stepUp }), toName, amount }
}

/** Which words say what is signed, and with what in them. */
export function factsOf({ what, toName, amount }: StepUpQuestion): {
  key: 'direct' | 'transfer' | 'group' | 'exclusive' | 'members' | 'link'
  data: { name: string; amount: number; shares: number; people: number }
} {
  const name = toName ?? ''
  if (what.kind !== 'packet') return { key: 'transfer', data: { name, amount, shares: 1, people: 1 } }
  const { kind, link, groupId, recipientIds = [], count: shares } = what.body
  const data = { name, amount, shares, people: recipientIds.length }
  if (link) return { key: 'link', data }
  if (kind === 'exclusive') return { key: 'exclusive', data }
  if (groupId !== undefined) return { key: 'group', data }
  return { key: recipientIds.length > 1 ? 'members' : 'direct', data }
}
