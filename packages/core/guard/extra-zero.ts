/**
 * An extra zero, the commonest mistake after a wrong name (reference page, §12.4), and a lost point: what a finger makes
 * of a usual sum.
 */

import type { Amount } from '../money.ts'
import type { GuardFacts, SendRecord } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { muchFrom, isAbout, isUnheardOf, usualCount, usualOf, type Past } from './past.ts'
import { areGeneral, isByChance, samePurpose, wordsKey } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type SignalData } from './signal.ts'

/** So many sends show between what bounds somebody's sums lie; below ¥50 a question costs more than the zero. */
const tenthCount = 5
const tenthFrom = 5_000n

/** About ten times: what is usual is never quite the same. */
const isTenTimes = (amount: Amount, usual: Amount) => isAbout(amount, usual * 10n)

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
export function isHabit(sum: SendRecord, words: string, records: readonly SendRecord[]): boolean {
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
export function extraZero({ facts: { send }, past, told, ...basis }: Seen): Signal | undefined {
  const { amount, words } = send
  if (basis.usual.count === 0 || amount < 10n) return undefined
  if (told === 'plainly' && !isTenOfOneSum(send, past)) return undefined
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
    // One packet to a group makes no habit: the next one may be that of a feast.
    if (send.toKind !== 'member' && records.length < 2) return undefined
    const isTimes = (record: SendRecord, zeros: 1 | 2) =>
      record.amount * (zeros === 1 ? 10n : 100n) === amount && isSlipOf(send, zeros, records)
    const isFar = records.every((record) => record.amount * 4n <= amount)
    const exact = records.find(
      (record) => (isTimes(record, 1) || isTimes(record, 2)) && (isFar || isHabit(record, words, records)),
    )
    if (exact) return signal('extra_zero', 3, data(exact.amount, exact.amount * 10n === amount ? 1 : 2))
    const { median } = usualOf(records)
    if (told === 'perhaps') return undefined
    const isKnown = records.length >= usualCount || amount >= muchFrom
    if (isLostPoint(amount, records)) return signal('extra_zero', 3, data(median, 2))
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

/** Ten times the one sum that these recipients always got, with words that nobody was sent: a lesson, and ten of them. */
function isTenOfOneSum({ amount, words }: GuardFacts['send'], { same, kept }: Past): boolean {
  const key = wordsKey(words)
  const isAlways = same.length >= usualCount && same.every((record) => record.amount * 10n === amount)
  return isAlways && kept.every((record) => wordsKey(record.words) !== key)
}

/** About a hundred times of what has a point: 35.06 typed as 3506. 48 has none to lose. */
function isLostPoint(amount: Amount, records: readonly SendRecord[]): boolean {
  const { count, median } = usualOf(records)
  if (count < 2 || amount % 100n !== 0n || amount % 10_000n === 0n) return false
  return isAbout(amount, median * 100n) && records.some((record) => record.amount % 100n !== 0n)
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
