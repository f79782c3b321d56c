/**
 * Signals about the amount, against the sender's own past: to the same recipients where there is one, else to anyone of
 * the same sort. An extra zero comes first; it is the commonest mistake after a wrong name (reference page, §12.4).
 */

import type { Amount } from '../money.ts'
import type { GuardFacts, SendRecord } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { timesOf, type Usual } from './past.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type SignalData } from './signal.ts'

/** Three sends to somebody make a usual one; one or two are what happened to be sent. */
const usualCount = 3

/** ¥1,000: from here on about ten times of what was sent once is worth a look as well. */
const muchFrom = 100_000n

/** An amount counts as ten times the middle one within a quarter of that, for what is usual is never quite the same. */
const slack = 4n

export function amountSignals(seen: Seen): Signal[] {
  const { facts, past } = seen
  const { amount } = facts.send
  const zero = extraZero(seen)
  const found = [zero, aboveUsual(amount, seen.usualOfAll), mostOfBalance(facts)]
  // What an extra zero says need not be said again in other words.
  if (!zero) found.push(extraDigit(amount, past.same), timesUsual(seen))
  const meaning = meaningOf(amount, facts.send.count)
  if (meaning) found.push(signal('sum_with_meaning', 1, { amount: Number(amount), meaning }))
  if (amount >= largeAmount) found.push(signal('large_amount', 1, { amount: Number(amount) }))
  return found.filter((one) => one !== undefined)
}

/** ¥5,000: ten times what nine in ten payments stay below (PCAC 2022: 90 % up to ¥500; reference page, §10.1). */
export const largeAmount = 500_000n

/** Hardly ever half as much: one large gift among eight sends does not make ten times as much usual. */
function isUnheardOf(amount: Amount, records: readonly SendRecord[]): boolean {
  const large = records.filter((record) => record.amount * 2n >= amount).length
  return large * 8 <= records.length
}

function isTenTimes(amount: Amount, usual: Amount): boolean {
  const off = amount - usual * 10n
  return usual > 0n && (off < 0n ? -off : off) * slack <= usual * 10n
}

/**
 * About ten times what these recipients usually get, or exactly ten times a sum they had; for recipients without a past,
 * exactly ten times a sum sent three times or more and above everything sent before. A hundred times is a lost point.
 */
function extraZero({ facts: { send }, past, ...basis }: Seen): Signal | undefined {
  const { amount } = send
  if (basis.usual.count === 0 || amount < 10n) return undefined
  const data = (usual: Amount, zeros: number): SignalData => ({
    amount: Number(amount),
    usual: Number(usual),
    zeros,
    scope: basis.scope,
    meaning: meaningOf(amount, send.count) ?? null,
  })
  if (basis.scope === 'payee') {
    if (!isUnheardOf(amount, past.same) || !shareGrew(send, past.same)) return undefined
    const exact = past.same.find(
      (record) => record.amount * 10n === amount || record.amount * 100n === amount,
    )
    if (exact) return signal('extra_zero', 3, data(exact.amount, exact.amount * 10n === amount ? 1 : 2))
    const isKnown = basis.usual.count >= usualCount || amount >= muchFrom
    return isKnown && isTenTimes(amount, basis.usual.median)
      ? signal('extra_zero', 3, data(basis.usual.median, 1))
      : undefined
  }
  if (amount <= basis.usual.largest || !shareGrew(send, past.alike)) return undefined
  const before = past.alike.filter((record) => record.amount * 10n === amount)
  return before.length >= usualCount ? signal('extra_zero', 2, data(amount / 10n, 1)) : undefined
}

/** To many, more money for more shares is no mistake: each share has to have grown as well. */
function shareGrew(send: GuardFacts['send'], records: readonly SendRecord[]): boolean {
  if (send.toKind === 'member') return true
  const shares = records.map(({ amount, count }) => amount / BigInt(Math.max(1, count)))
  const largest = shares.reduce((most, share) => (share > most ? share : most), 0n)
  return send.amount / BigInt(Math.max(1, send.count)) >= largest * 4n
}

/** A usual sum with one digit put in, as a finger does that stays on a key: ¥188 becomes ¥1,888. */
function extraDigit(amount: Amount, same: readonly SendRecord[]): Signal | undefined {
  if (!isUnheardOf(amount, same)) return undefined
  const text = String(amount)
  const before = same.find((record) => isOneDigitMore(text, String(record.amount)))
  if (!before) return undefined
  return signal('extra_digit', 2, { amount: Number(amount), usual: Number(before.amount) })
}

function isOneDigitMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false
  let from = 0
  while (from < shorter.length && shorter[from] === longer[from]) from += 1
  return shorter.slice(from) === longer.slice(from + 1)
}

/** Ten times the usual, whatever the digits say, where enough is known to call it usual. */
function timesUsual({ facts, past, usual, scope }: Seen): Signal | undefined {
  const { amount } = facts.send
  const times = timesOf(amount, usual.median)
  const enough = scope === 'payee' ? usualCount : 5
  const records = scope === 'payee' ? past.same : past.alike
  if (usual.count < enough || times < 10 || !isUnheardOf(amount, records)) return undefined
  return signal('times_usual', 2, { amount: Number(amount), usual: Number(usual.median), scope })
}

function aboveUsual(amount: Amount, usual: Usual): Signal | undefined {
  if (usual.count < 8 || amount <= usual.quantile || amount < usual.largest + usual.largest / 2n)
    return undefined
  return signal('above_usual', 1, { amount: Number(amount), largest: Number(usual.largest) })
}

/** Four fifths of what there is: MAS asks banks to hold half of a large balance (reference page, §8.1). */
function mostOfBalance({ send, balance }: GuardFacts): Signal | undefined {
  if (balance === null || balance <= 0n || send.amount * 5n < balance * 4n) return undefined
  return signal('most_of_balance', 1, { amount: Number(send.amount) })
}
