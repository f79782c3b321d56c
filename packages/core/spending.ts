/**
 * What is asked of every send between its times and the wallet: the member's limits, then what a minor may do. What a
 * family pays for is asked of the family's allowance as well (family.ts).
 */

import { ageRules, type AgeBand } from './age.ts'
import { needsGuardian } from './family-approval.ts'
import { decideFamilySpend, type FamilySpendFacts } from './family.ts'
import type { Instant } from './instant.ts'
import { decideLimits, type Bounds, type Counted, type Left, type Spending } from './limits.ts'
import type { Amount } from './money.ts'
import { isQuietAt } from './quiet.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { decideDebit, type Wallet } from './account.ts'
import type { Periods } from './wall-day.ts'

/** What is known of the sender, read under the lock of their wallet. */
export interface SpendingFacts {
  now: Instant
  band: AgeBand
  /** The zone of their day and night. */
  timeZone: string
  bounds: Bounds
  counted: Counted
  periods: Periods
  /** Where a family pays: its allowance, and whether the giver's wallet and limits can; `unknown` where there is none. */
  family: FamilySpendFacts | 'unknown' | null
  /** Those of age who look after a minor now: above the sum of their age it waits for the word of one of them. */
  guardianIds: readonly string[]
  /** What an organisation's own limits say, where the send is on its behalf. */
  organisation?: 'within' | Refusal
  /** And what they leave the sender after it. */
  organisationLeft?: Left
}

/** A send, and whether it is a lucky packet that several may claim. */
export interface SpendingAsk extends Spending {
  groupLucky: boolean
}

/** May this member send this now, the money aside? Gives what is left of their limits after it. */
export function decideSpending(ask: SpendingAsk, facts: SpendingFacts): { left: Left } | Refusal {
  const { family } = facts
  if (family === 'unknown') return refuse('family_unknown', { field: 'paidFrom' })
  const limits = decideLimits(ask, facts.counted, facts.bounds, facts.periods)
  if (isRefusal(limits)) return limits
  if (isRefusal(facts.organisation)) return facts.organisation
  const allowance = family ? decideFamilySpend(ask, family) : undefined
  return allowance ?? decideMinor(ask, facts) ?? decideGuardian(ask, facts) ?? limits
}

function decideMinor(ask: SpendingAsk, { band, now, timeZone }: SpendingFacts): Refusal | undefined {
  const { night, groupLucky } = ageRules[band]
  if (night && isQuietAt(now, { quietFrom: night.from, quietUntil: night.until, timeZone }))
    return refuse('minor_night', { ...night })
  if (ask.groupLucky && !groupLucky) return refuse('minor_group_lucky', { field: 'kind' })
  return undefined
}

/** Above the sum of their age a minor's send waits for a guardian's word: without anybody who could give it, it is refused. */
function decideGuardian(ask: SpendingAsk, { band, guardianIds }: SpendingFacts): Refusal | undefined {
  if (!needsGuardian(ask.whole ?? ask.amount, band) || guardianIds.length > 0) return undefined
  const above = Number(ageRules[band].guardianApprovalAbove)
  return refuse('guardian_approval_needed', { field: ask.field, above })
}

/**
 * May this be paid? From the sender's own wallet; or, where a family pays, from the giver's, whose balance, freeze and
 * limits are nobody else's affair: one answer for all of them.
 */
export function decidePayment(
  wallet: Wallet,
  amount: Amount,
  family: SpendingFacts['family'],
): 'debit' | Refusal {
  if (family === null || family === 'unknown') return decideDebit(wallet, amount)
  if (wallet.state === 'frozen') return refuse('wallet_frozen')
  return family.giverCanPay ? 'debit' : refuse('giver_cannot_pay')
}
