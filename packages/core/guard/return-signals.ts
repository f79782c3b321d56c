/**
 * Returning money "to another account": a stranger pays by mistake, or pretends to, and asks for it back elsewhere
 * (fraud S4 of the reference page, §9.1). A true return goes back the way the money came.
 */

import { dayMs, toIso, type Instant } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { GuardFacts, ReceivedRecord } from './facts.ts'
import { signal, type Signal } from './signal.ts'

/** A return is spoken of with the money still fresh. */
export const receivedWithinMs = 7 * dayMs

const speaks =
  /退(?:回|还|款|给|钱|你|您)|返还|还(?:你|您|回)|(?:转|打|付|发)错|误(?:转|发|付|收)|原路|refund|return(?:ing|ed)?\b|sent by mistake|wrong transfer/iu

/** Whether a greeting or note speaks of giving money back. */
export function speaksOfReturn(words: string): boolean {
  return speaks.test(words.normalize('NFKC').slice(0, 400))
}

export function returnSignals({ send, received }: GuardFacts): Signal[] {
  if (!speaksOfReturn(send.words)) return []
  const said = signal('speaks_of_return', 1)
  const late = received.filter((one) => isLateAndAsMuch(one, send.amount, send.at))
  if (late.some(({ fromId }) => send.memberIds.includes(fromId))) return [said]
  const last = late.toSorted((a, b) => b.at - a.at)[0]
  if (!last) return [said]
  const data = { amount: Number(send.amount), fromId: last.fromId, receivedAt: toIso(last.at) }
  return [said, signal('return_to_other', 3, data)]
}

/** As much to within a tenth: a "fee" or a tip is soon taken off. */
function isLateAndAsMuch({ at, amount }: ReceivedRecord, sent: Amount, now: Instant): boolean {
  if (at > now || now - at > receivedWithinMs) return false
  return sent <= amount && sent * 10n >= amount * 9n
}
