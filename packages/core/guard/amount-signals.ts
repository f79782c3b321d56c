/**
 * Signals about the amount, against the sender's own past: to the same recipients where there is one, else to anyone of
 * the same sort. An extra zero comes first; it is the commonest mistake after a wrong name (reference page, §12.4).
 */

import type { Amount } from '../money.ts'
import type { GuardFacts, SendRecord } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { largeAmount, timesOf, usualOf, type Past, type Usual } from './past.ts'
import { areGeneral, isByChance, samePurpose, wordsKey } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type SignalData } from './signal.ts'

/** Three sends to somebody make a usual one; one or two are what happened to be sent. */
const usualCount = 3

/** So many sends show between what bounds somebody's sums lie; below ¥50 a question costs more than the zero. */
const tenthCount = 5
const tenthFrom = 5_000n

/** ¥1,000: from here on about ten times of what was sent once is worth a look as well. */
const muchFrom = 100_000n

/** An amount counts as ten times the middle one within a quarter of that, for what is usual is never quite the same. */
const slack = 4n

export function amountSignals(seen: Seen): Signal[] {
  const { facts } = seen
  const { amount } = facts.send
  const zero = extraZero(seen)
  const found = [zero, aboveUsual(amount, seen.usualOfAll), mostOfBalance(facts)]
  // What an extra zero says need not be said again in other words.
  if (!zero) found.push(extraDigit(seen), timesUsual(seen) ?? aboveTheirs(seen))
  const meaning = meaningOf(amount, facts.send.count)
  if (meaning) found.push(signal('sum_with_meaning', 1, { amount: Number(amount), meaning }))
  if (amount >= largeAmount) found.push(signal('large_amount', 1, { amount: Number(amount) }))
  return found.filter((one) => one !== undefined)
}

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
 * What a key struck once too often, a point one place late or none at all can have made of a usual sum: whole yuan that
 * end in the zero that was added, or a sum like those that have a point.
 */
function isSlipOf(send: GuardFacts['send'], zeros: 1 | 2, records: readonly SendRecord[]): boolean {
  const { kind, amount, count } = send
  const shares = BigInt(Math.max(1, count))
  // An equal packet is typed by its share.
  const typed = kind === 'equal' && amount % shares === 0n ? amount / shares : amount
  const hasPoint = (unit: Amount) => records.some((record) => record.amount % unit !== 0n)
  if (typed % 100n !== 0n) return zeros === 1 && typed % 10n === 0n && hasPoint(10n)
  return zeros === 2 || typed % 1_000n === 0n || hasPoint(100n)
}

/** Sent more than once, or in the same words, or all there is, or a sum that nobody hits on by chance: ¥18.8, not ¥20. */
function isHabit(sum: SendRecord, words: string, records: readonly SendRecord[]): boolean {
  if (!isByChance(sum.amount)) return true
  if (records.length <= usualCount || records.filter(({ amount }) => amount === sum.amount).length > 1)
    return true
  const key = wordsKey(words)
  return key !== '' && key === wordsKey(sum.words)
}

/**
 * About ten times what these recipients usually get for this, or exactly ten times a sum they had again and again; for
 * recipients without a past, exactly ten times a sum sent three times or more and above everything sent before. A hundred
 * times is a lost point. Words that tell why it is more are not a finger's.
 */
function extraZero({ facts: { send }, past, told, ...basis }: Seen): Signal | undefined {
  const { amount, words } = send
  if (basis.usual.count === 0 || amount < 10n) return undefined
  if (told === 'plainly') return undefined
  const data = (usual: Amount, zeros: number): SignalData => ({
    amount: Number(amount),
    usual: Number(usual),
    zeros,
    scope: basis.scope,
    meaning: meaningOf(amount, send.count) ?? null,
  })
  if (basis.scope === 'payee') {
    const records = samePurpose(past.same, words)
    if (!isUnheardOf(amount, records) || !shareGrew(send, records)) return undefined
    const isTimes = (record: SendRecord, zeros: 1 | 2) =>
      record.amount * (zeros === 1 ? 10n : 100n) === amount && isSlipOf(send, zeros, records)
    const exact = records.find(
      (record) => (isTimes(record, 1) || isTimes(record, 2)) && isHabit(record, words, records),
    )
    if (exact) return signal('extra_zero', 3, data(exact.amount, exact.amount * 10n === amount ? 1 : 2))
    const { median } = usualOf(records)
    if (told === 'perhaps') return undefined
    const isKnown = records.length >= usualCount || amount >= muchFrom
    if (isKnown && isTenTimes(amount, median) && isSlipOf(send, 1, records))
      return signal('extra_zero', 3, data(median, 1))
    if (isTenthUsual(amount, records) && told === 'nothing' && isSlipOf(send, 1, records))
      return signal('extra_zero', 2, data(median, 1))
    const usual = records.length < usualCount ? tenthByPurpose(send, past) : undefined
    return usual === undefined ? undefined : signal('extra_zero', 2, { ...data(usual, 1), scope: 'overall' })
  }
  if (!shareGrew(send, past.alike)) return undefined
  const usual = tenthByPurpose(send, past)
  if (usual !== undefined) return signal('extra_zero', 2, data(usual, 1))
  if (amount <= basis.usual.largest) return undefined
  const before = past.alike.filter((record) => record.amount * 10n === amount)
  return before.length >= usualCount ? signal('extra_zero', 2, data(amount / 10n, 1)) : undefined
}

/** More than ever by half, while the tenth of it is among what they always get: enough times to know, and from ¥100 on. */
function isTenthUsual(amount: Amount, records: readonly SendRecord[]): boolean {
  const { count, least, median, largest } = usualOf(records)
  if (count < tenthCount || amount < tenthFrom || amount * 2n < largest * 3n) return false
  return amount >= median * 6n && amount >= least * 10n && amount <= largest * 10n
}

/** What is usually paid to anybody for this, by its words, where this is ten times of it and twice the most. */
function tenthByPurpose(send: GuardFacts['send'], past: Past): Amount | undefined {
  const key = wordsKey(send.words)
  if (key === '' || areGeneral(key)) return undefined
  const records = past.alike.filter((record) => wordsKey(record.words) === key)
  const { count, median, largest } = usualOf(records)
  const isTen = count >= usualCount && isTenTimes(send.amount, median) && send.amount >= largest * 2n
  return isTen && isSlipOf(send, 1, records) ? median : undefined
}

/** To many, more money for more shares is no mistake: each share has to have grown as well. */
function shareGrew(send: GuardFacts['send'], records: readonly SendRecord[]): boolean {
  if (send.toKind === 'member') return true
  const shares = records.map(({ amount, count }) => amount / BigInt(Math.max(1, count)))
  const largest = shares.reduce((most, share) => (share > most ? share : most), 0n)
  return send.amount / BigInt(Math.max(1, send.count)) >= largest * 4n
}

/** A usual sum with one digit put in, as a finger does that stays on a key: ¥188 becomes ¥1,888. */
function extraDigit({ facts: { send }, past, told }: Seen): Signal | undefined {
  const { amount, words } = send
  const records = samePurpose(past.same, words)
  if (!isUnheardOf(amount, records) || told !== 'nothing') return undefined
  const text = String(amount)
  const before = records.find(
    (record) => isOneDigitMore(text, String(record.amount)) && isHabit(record, words, records),
  )
  if (!before) return undefined
  return signal('extra_digit', 2, { amount: Number(amount), usual: Number(before.amount) })
}

function isOneDigitMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false
  let from = 0
  while (from < shorter.length && shorter[from] === longer[from]) from += 1
  return shorter.slice(from) === longer.slice(from + 1)
}

/** Ten times the usual, whatever the digits say, where enough is known to call it usual and nothing says why. */
function timesUsual({ facts: { send }, past, scope, told }: Seen): Signal | undefined {
  const { amount, words } = send
  const enough = scope === 'payee' ? usualCount : 5
  const records = samePurpose(scope === 'payee' ? past.same : past.alike, words)
  const { count, median } = usualOf(records)
  if (told !== 'nothing' || count < enough || timesOf(amount, median) < 10 || !isUnheardOf(amount, records))
    return undefined
  return signal('times_usual', 2, { amount: Number(amount), usual: Number(median), scope })
}

/**
 * Several times the most these recipients ever got, where nothing says why. The more is known of their sums, the less it
 * takes: a finger puts a digit before 1 as well as behind it.
 */
function aboveTheirs({ facts: { send }, past, told }: Seen): Signal | undefined {
  const { count, largest } = usualOf(past.same)
  const times = count >= 8 ? 3 : count >= usualCount ? 6 : 0
  if (times === 0 || told === 'plainly' || timesOf(send.amount, largest) < times) return undefined
  return signal('above_theirs', 2, { amount: Number(send.amount), largest: Number(largest) })
}

function aboveUsual(amount: Amount, usual: Usual): Signal | undefined {
  if (usual.count < 8 || amount < usual.largest + usual.largest / 2n) return undefined
  return signal('above_usual', 1, { amount: Number(amount), largest: Number(usual.largest) })
}

/** Four fifths of what there is: MAS asks banks to hold half of a large balance (reference page, §8.1). */
function mostOfBalance({ send, balance }: GuardFacts): Signal | undefined {
  if (balance === null || balance <= 0n || send.amount * 5n < balance * 4n) return undefined
  return signal('most_of_balance', 1, { amount: Number(send.amount) })
}
