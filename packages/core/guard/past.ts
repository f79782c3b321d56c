/**
 * A sender's past, in the order and by the recipients the signals ask for. What was taken back happened by mistake, so
 * it tells nothing of what is usual.
 */

import { dayMs, hourMs } from '../instant.ts'
import type { Amount } from '../money.ts'
import { historyCountMax, historyDaysMax, recipientKey, type GuardFacts, type SendRecord } from './facts.ts'

export interface Past {
  /** Newest first, taken back ones included. */
  all: readonly SendRecord[]
  /** Newest first, without what was taken back. */
  kept: readonly SendRecord[]
  /** The kept ones to the same recipients as this send's. */
  same: readonly SendRecord[]
  /** The kept ones of the same sort: to one person, or to more than one. */
  alike: readonly SendRecord[]
  /** Kept ones to one recipient key. */
  to(key: string): readonly SendRecord[]
}

/** ¥5,000: ten times what nine in ten payments stay below (PCAC 2022: 90 % up to ¥500; reference page, §10.1). */
export const largeAmount = 500_000n

/** ¥1,000: from here on about ten times of what was sent once is worth a look as well. */
export const muchFrom = 100_000n

/** The same to one after another within this long is a round of gifts, as for the children at New Year. */
export const roundMs = 2 * hourMs

/** The past as of this send: nothing later, nothing older than the guard looks back. */
export function pastOf({ send, history }: Pick<GuardFacts, 'send' | 'history'>): Past {
  const all = history
    .filter(({ at }) => at <= send.at && at >= send.at - historyDaysMax * dayMs)
    .sort((a, b) => b.at - a.at)
    .slice(0, historyCountMax)
  const kept = all.filter(({ takenBackAt }) => takenBackAt === null)
  const byKey = Map.groupBy(kept, ({ toKey }) => toKey)
  const isToOne = send.toKind === 'member'
  return {
    all,
    kept,
    same: byKey.get(recipientKey(send)) ?? [],
    alike: kept.filter(({ toKind }) => (toKind === 'member') === isToOne),
    to: (key) => byKey.get(key) ?? [],
  }
}

/** Three sends to somebody make a usual one; one or two are what happened to be sent. */
export const usualCount = 3

/** What a list of sends usually comes to. */
export interface Usual {
  count: number
  /** 0 where there is nothing. */
  median: Amount
  largest: Amount
  least: Amount
}

export function usualOf(records: readonly SendRecord[]): Usual {
  const amounts = records.map(({ amount }) => amount).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [low = 0n, high = 0n] = [amounts[Math.floor((amounts.length - 1) / 2)], amounts[amounts.length >> 1]]
  return {
    count: amounts.length,
    median: (low + high) / 2n,
    largest: amounts.at(-1) ?? 0n,
    least: amounts[0] ?? 0n,
  }
}

/** How many times one amount goes into another, rounded down; 0 where there is nothing to compare with. */
export function timesOf(amount: Amount, usual: Amount): number {
  if (usual <= 0n) return 0
  const times = amount / usual
  return times > 1_000_000n ? 1_000_000 : Number(times)
}

/**
 * Whether an amount is hardly ever sent, by half or more: one in eight may have been the same mistake, and of a sum that
 * is ten times what is sent again and again, one in five.
 */
export function isUnheardOf(amount: Amount, records: readonly SendRecord[]): boolean {
  const large = records.filter((record) => record.amount * 2n >= amount).length
  const tenths = records.filter((record) => record.amount * 10n === amount).length
  return large * (tenths >= usualCount ? 5 : 8) <= records.length
}

/** Within a quarter of what is looked for. */
export function isAbout(amount: Amount, wanted: Amount): boolean {
  const off = amount - wanted
  return wanted > 0n && (off < 0n ? -off : off) * 4n <= wanted
}
