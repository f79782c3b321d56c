/**
 * Signals about the amount, against the sender's own past: to the same recipients where there is one, else to anyone of
 * the same sort. An extra zero (extra-zero.ts) comes first.
 */

import type { Amount } from '../money.ts'
import { extraZero, isHabit } from './extra-zero.ts'
import type { GuardFacts } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { isUnheardOf, largeAmount, timesOf, usualCount, usualOf, type Usual } from './past.ts'
import { samePurpose } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal } from './signal.ts'

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
 * Several times the most these recipients ever got. The more is known of their sums, the less it takes: a finger puts a
 * digit before 1 as well as behind it. Words that say why may have been meant for another, so they silence it up to
 * eight times only, and five for a stranger; kin, friends and whoever sent something lately are lent thirty times.
 */
function aboveTheirs(seen: Seen): Signal | undefined {
  const { send } = seen.facts
  const { count, largest } = usualOf(seen.past.same)
  const least = timesToBeFar(count)
  const times = seen.told === 'plainly' ? Math.max(least, timesBeyondWords(seen)) : least
  if (least === 0 || timesOf(send.amount, largest) < times) return undefined
  return signal('above_theirs', 2, { amount: Number(send.amount), largest: Number(largest) })
}

function timesBeyondWords({ facts: { received, send }, payee }: Seen): number {
  const isOwed = received.some(({ fromId, at }) => fromId === payee?.id && at <= send.at)
  if (!payee || isOwed || payee.relation === 'family' || payee.relation === 'friend') return 30
  return payee.isContact ? 8 : 5
}

function timesToBeFar(count: number): number {
  if (count >= 8) return 3
  if (count >= 5) return 5
  return count >= usualCount ? 6 : 0
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
