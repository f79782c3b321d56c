/**
 * A rule as data: when it holds, what then happens, and why. Every rule is looked at for every send and the strictest
 * outcome wins, so that no rule can silence another.
 */

import { hourMs, minuteMs } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { SignalCode } from './signal.ts'

/** From the mildest to the strictest. */
export const outcomes = ['allow', 'confirm', 'hold', 'approve', 'refuse'] as const
export type Outcome = (typeof outcomes)[number]

/** What a rule tells where it is about no signal, or could not be evaluated. */
export const ownReasons = ['by_rule', 'guard_unsure'] as const
export type ReasonCode = SignalCode | (typeof ownReasons)[number]

export interface Hold {
  /** How long the send waits by itself. */
  ms: number
  /** When the sender may end the wait, from the send; null: they can only take it back. */
  releaseFromMs: number | null
}

export interface Rule {
  /** Small letters, digits and hyphens. */
  id: string
  /** A condition in CEL over the facts of rule-facts.ts. */
  when: string
  outcome: Outcome
  /** Whether the sender proves with a passkey that it is them, whatever the outcome is. */
  stepUp?: boolean
  /**
   * What the sender is told: the signals among these that spoke; else that this rule asks. A rule that allows tells them
   * beside, as something to know, and asks nothing.
   */
  tells: readonly SignalCode[]
  /** What the rule does, for whoever reads the policy. */
  says: { zh: string; en: string }
  /** Where the outcome is `hold`; it waits so also where another rule wants it approved, from then on. */
  hold?: Hold
}

export interface GuardPolicy {
  name: string
  version: number
  rules: readonly Rule[]
  /** A send that could not be judged is confirmed, and held from this amount on. */
  unsureHoldFrom: Amount
  unsureHold: Hold
  /** A send that is not judged within so long, the reading of its facts included, could not be judged; none: no limit. */
  judgeMsMax?: number
}

/** The stricter of two outcomes. */
export function stricter(one: Outcome, other: Outcome): Outcome {
  return outcomes.indexOf(other) > outcomes.indexOf(one) ? other : one
}

/** Ten minutes let a hand come to rest; whoever is sure lets the send go at once. */
export const tenMinutes: Hold = { ms: 10 * minuteMs, releaseFromMs: 0 }

/** Half an hour outlives an evening's haste; ten minutes are enough to sleep on the thought for those who are sure. */
export const halfAnHour: Hold = { ms: 30 * minuteMs, releaseFromMs: 10 * minuteMs }

/** Two hours is what banks call an ordinary transfer (银发〔2016〕261号, §6.4); half an hour is enough to ask somebody. */
export const twoHours: Hold = { ms: 2 * hourMs, releaseFromMs: 30 * minuteMs }
