/**
 * Asking somebody for the same money again: a reminder of a return request, or instalments proposed once more after an
 * earlier proposal has ended. A few times at most, a day apart: money is asked for, nobody is worn down.
 */

import { dayMs, type Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

export const askedAgainMax = 3
export const askAgainEveryMs = dayMs

/** How often somebody was asked so, and when last. */
export interface Asked {
  count: number
  lastAt: Instant
}

/** When they may be asked again; null where they may not any more. */
export function nextAskAt({ count, lastAt }: Asked): Instant | null {
  return count >= askedAgainMax ? null : lastAt + askAgainEveryMs
}

/** When something else may be asked in the place of what nobody answered: at once a few times, then once a day. */
export function nextUnansweredAt({ count, lastAt }: Asked): Instant {
  return count < askedAgainMax ? lastAt : lastAt + askAgainEveryMs
}

/** The refusal of asking before that moment, or where there is none; nothing from then on. */
export function askedEnough(nextAt: Instant | null, now: Instant): Refusal | undefined {
  if (nextAt !== null && now >= nextAt) return undefined
  return refuse('reminded_enough', { nextAt, max: askedAgainMax })
}
