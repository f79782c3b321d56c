/** What the service sums up of a day, for crowds whose past is all there. */

import { recipientKey, type GuardFacts, type SentToday } from '../../packages/core/guard/facts.ts'
import type { Instant } from '../../packages/core/instant.ts'

/** What was sent since a moment and not taken back. */
export function sentSince({ history, send }: Pick<GuardFacts, 'history' | 'send'>, from: Instant): SentToday {
  const key = recipientKey(send)
  const today = { all: 0n, toPayee: 0n }
  for (const { at, toKey, amount, takenBackAt } of history) {
    if (at < from || at > send.at || takenBackAt !== null) continue
    today.all += amount
    if (toKey === key) today.toPayee += amount
  }
  return today
}
