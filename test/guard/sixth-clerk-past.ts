/** The sums and the words of a sender's past, as a careful clerk compares them with one send. */

import {
  recipientKey,
  type GuardFacts,
  type KnownPerson,
  type SendRecord,
} from '../../packages/core/guard/facts.ts'
import { dayMs } from '../../packages/core/instant.ts'

/** The send with the past sorted by whom it went to; what was taken back is not counted. */
export interface Case extends GuardFacts {
  key: string
  amount: number
  words: string
  own: readonly SendRecord[]
  others: ReadonlyMap<string, readonly SendRecord[]>
  payee: KnownPerson | undefined
}

/** Why the send should be asked about, or null. */
export type Ground = (one: Case) => string | null

export const fenOf = ({ amount }: { amount: bigint }) => Number(amount)
/** The greeting that a packet has by itself says nothing. */
export const tidy = (words: string) => words.replace(/\s|恭喜发财，大吉大利/gu, '')

/** One send beside what was sent before it. */
export function caseOf(facts: GuardFacts): Case {
  const { send, history, people } = facts
  const key = recipientKey(send)
  const kept = history.filter(({ takenBackAt }) => takenBackAt === null)
  const all = Map.groupBy(kept, ({ toKey }) => toKey)
  const own = all.get(key) ?? []
  all.delete(key)
  const payee = send.toKind === 'member' ? people.find(({ id }) => id === key) : undefined
  return {
    ...facts,
    key,
    amount: Number(send.amount),
    words: tidy(send.words),
    own,
    others: all,
    payee,
  }
}

/** Within what was paid before, with so much room on either side. */
export function isWithin(amount: number, past: readonly SendRecord[], room: number): boolean {
  const sums = past.map(fenOf)
  return past.length > 0 && amount >= Math.min(...sums) / room && amount <= Math.max(...sums) * room
}

/** The usual time between two sends, the newest first. */
export function usualGap(past: readonly SendRecord[]): number {
  const gaps = past.slice(1).map(({ at }, n) => past[n]!.at - at)
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Infinity
}

export const sameSum = (past: readonly SendRecord[], amount: number) =>
  past.filter((one) => fenOf(one) === amount)

/** Of the same words, or of words that begin with the same thing. */
export const sameWords = (past: readonly SendRecord[], words: string) =>
  words.length < 2 ? [] : past.filter((one) => tidy(one.words).slice(0, 2) === words.slice(0, 2))

/** The one who is paid this sum again and again, and whose turn it is. */
export function isDue(past: readonly SendRecord[], { amount, send }: Case): boolean {
  const [last] = sameSum(past, amount)
  const same = sameSum(past, amount).length
  if (last === undefined || same <= past.length / 2) return false
  const days = (send.at - last.at) / dayMs
  if (same === 1) return days > 26 && days < 33 && amount >= 30_000
  return last === past[0] && send.at - last.at > usualGap(past) * 0.75
}
