/**
 * What the limits need to know about a send, read in its transaction and under its locks: the sender's wallet, and where
 * a family pays the allowance and the giver's wallet as well.
 */

import { decideDebit } from '@laisee/core/account.ts'
import { needsGuardian } from '@laisee/core/family-approval.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideLimits, type Spending } from '@laisee/core/limits.ts'
import { defaultCurrency, type Currency } from '@laisee/core/money.ts'
import { isRefusal, type RefusalCode } from '@laisee/core/refusals.ts'
import type { SpendingFacts } from '@laisee/core/spending.ts'
import type { Tx } from '../db/db.ts'
import { countedInMonth, lockAllowance, monthOf, type Allowance } from '../families/allowance.ts'
import { guardiansOfAge } from '../families/standing.ts'
import { countInAllowance, tellSpent } from '../families/pay-from-allowance.ts'
import { lockWallet, type LockedWallet } from '../ledger/ledger.ts'
import { countSpend } from './limits.sql.ts'
import { boundsAt, countedIn, isBound, limitsOf, periodsOf } from './read-limits.ts'

/** What a send may be refused for between its times and its wallet, in order. */
export const spendingRefusals = [
  'family_unknown',
  'limit_share',
  'limit_send',
  'limit_day',
  'limit_month',
  'limit_family',
  'minor_night',
  'minor_group_lucky',
  'guardian_approval_needed',
] as const satisfies readonly RefusalCode[]

/** The wallets of a send under lock, in order of their owners, and the allowance that pays, if one does. */
export interface LockedPurse {
  wallet: LockedWallet | undefined
  allowance: (Allowance & { wallet: LockedWallet }) | null
  /** Whether an allowance was named that the sender does not hold. */
  familyUnknown: boolean
}

/** Lock what a send is paid from: the allowance, then the wallets by their owners' ids. */
export async function lockPurse(tx: Tx, payerId: string, familyId: string | null): Promise<LockedPurse> {
  const allowance = familyId === null ? undefined : await lockAllowance(tx, familyId, payerId)
  if (!allowance) {
    const wallet = await lockWallet(tx, payerId, defaultCurrency)
    return { wallet, allowance: null, familyUnknown: familyId !== null }
  }
  const wallets = new Map<string, LockedWallet | undefined>()
  for (const id of [payerId, allowance.giverId].sort((a, b) => (a < b ? -1 : 1)))
    wallets.set(id, await lockWallet(tx, id, defaultCurrency))
  return {
    wallet: wallets.get(payerId),
    allowance: { ...allowance, wallet: wallets.get(allowance.giverId)! },
    familyUnknown: false,
  }
}

/** Read the facts that `decideSpending` judges. The caller holds the purse's locks. */
export async function gatherSpending(
  tx: Tx,
  payerId: string,
  ask: Spending,
  { allowance, familyUnknown }: LockedPurse,
  now: Instant,
): Promise<SpendingFacts> {
  const own = await standingOf(tx, payerId, now)
  const guardianIds = needsGuardian(ask.whole ?? ask.amount, own.band)
    ? await guardiansOfAge(tx, payerId)
    : []
  const known = { now, ...own, guardianIds }
  if (!allowance) return { ...known, family: familyUnknown ? 'unknown' : null }
  const giver = await standingOf(tx, allowance.giverId, now)
  const giverCanPay =
    !isRefusal(decideDebit(allowance.wallet, ask.amount)) &&
    !isRefusal(decideLimits(ask, giver.counted, giver.bounds, giver.periods))
  const { monthMax } = allowance
  const counted = await countedInMonth(tx, allowance, now)
  const monthEndsAt = monthOf(allowance, now).endsAt
  return { ...known, family: { monthMax, counted, monthEndsAt, giverCanPay } }
}

async function standingOf(tx: Tx, memberId: string, now: Instant) {
  const limits = await limitsOf(tx, memberId)
  const bounds = boundsAt(limits, now)
  const periods = periodsOf(limits, now)
  const counted = isBound(bounds) ? await countedIn(tx, memberId, now, periods) : { day: 0n, month: 0n }
  return { band: limits.band, timeZone: limits.timeZone, bounds, counted, periods }
}

/** A send that was decided: who asked, what it is called from now on, and how much it is. */
export interface CountedSend {
  payerId: string
  sendId: string
  amount: bigint
  currency: Currency
  at: Instant
  /** Those whose word it waits for: a giver among them has been told of it. */
  askedIds: readonly string[]
}

/**
 * Count a send that was decided on these facts, for its sender and, where a family pays, for the giver and the
 * allowance. In the send's transaction and under the same locks, so that no two sends see the same sum left.
 */
export async function countSend(
  tx: Tx,
  send: CountedSend,
  { allowance }: Pick<LockedPurse, 'allowance'>,
  { periods }: Pick<SpendingFacts, 'periods'>,
): Promise<void> {
  await countFor(tx, send.payerId, send, periods)
  if (!allowance) return
  const giver = periodsOf(await limitsOf(tx, allowance.giverId), send.at)
  await countFor(tx, allowance.giverId, send, giver)
  await countInAllowance(tx, allowance, send)
  await tellSpent(tx, allowance, send, send.askedIds.includes(allowance.giverId))
}

async function countFor(
  tx: Tx,
  memberId: string,
  { sendId, amount, at }: CountedSend,
  { day, month }: SpendingFacts['periods'],
): Promise<void> {
  const [startsAt, endsAt] = [toIso(day.startsAt), toIso(day.endsAt)]
  await tx.run(countSpend, memberId, sendId, startsAt, endsAt, toIso(month.endsAt), amount, toIso(at))
}
