/**
 * A member's own care: which of their sends wait before they go out, from which amount on and to whom. It is asked of
 * nobody else, and looser settings are the member's own to choose: they hold from the next send on.
 */

import { relations, type Relation } from './contact.ts'
import { fieldOr } from './field.ts'
import type { Hold } from './hold.ts'
import { secondMs } from './instant.ts'
import { isRefusal, type Refusal } from './refusals.ts'
import { amountMax, type Amount } from './money.ts'

export interface CareSettings {
  /** Sends of this much or more wait; null where no amount makes one wait. */
  holdFrom: Amount | null
  /** Sends to a contact kept as one of these wait, in the order of `relations`. */
  holdRelations: readonly Relation[]
  /** How long they wait. */
  holdS: number
}

/** The shortest and the longest wait one can choose, in seconds. */
export const holdMinS = 60
export const holdMaxS = 86_400

export const careDefault: CareSettings = { holdFrom: null, holdRelations: [], holdS: 1_800 }

/** A sender may end the hold of their own settings after so long: short enough to mean it, long enough to wake up. */
export const ownHoldReleaseMs = 60 * secondMs

/** Why a member's own settings have held a send. */
export const ownHoldReasons = ['own_hold_amount', 'own_hold_relation'] as const

/** Decide a member's care settings. The first field at fault is told. */
export function decideCare(asked: CareSettings): CareSettings | Refusal {
  const { holdFrom, holdS } = asked
  const from = fieldOr(
    holdFrom === null || (holdFrom >= 1n && holdFrom <= amountMax) ? { holdFrom } : undefined,
    'holdFrom',
    `must be null, or 1 to ${amountMax} fen`,
  )
  if (isRefusal(from)) return from
  const seconds = fieldOr(
    Number.isInteger(holdS) && holdS >= holdMinS && holdS <= holdMaxS ? holdS : undefined,
    'holdS',
    `must be ${holdMinS} to ${holdMaxS} whole seconds`,
  )
  if (isRefusal(seconds)) return seconds
  return {
    ...from,
    holdRelations: relations.filter((relation) => asked.holdRelations.includes(relation)),
    holdS: seconds,
  }
}

/** Whether two care settings ask for the same. */
export function sameCare(one: CareSettings, other: CareSettings): boolean {
  return (
    one.holdFrom === other.holdFrom &&
    one.holdS === other.holdS &&
    one.holdRelations.join() === other.holdRelations.join()
  )
}

/** What of a send a member's own care looks at: all that leaves the wallet, and what the recipients are to them. */
export interface SendToCareFor {
  amount: Amount
  relations: readonly (Relation | null)[]
}

/** The hold that a member's own settings ask for a send; nothing where they let it go. */
export function holdByCare(care: CareSettings, send: SendToCareFor): Hold | undefined {
  const reasons: (typeof ownHoldReasons)[number][] = []
  if (care.holdFrom !== null && send.amount >= care.holdFrom) reasons.push('own_hold_amount')
  if (send.relations.some((relation) => relation !== null && care.holdRelations.includes(relation)))
    reasons.push('own_hold_relation')
  if (reasons.length === 0) return undefined
  return { forMs: care.holdS * secondMs, releaseAfterMs: ownHoldReleaseMs, reasons }
}
