/** What a clerk says of a sum: it was paid already, it has a zero too many, it is another's, it is far above all. */

import type { GuardFacts, SendRecord } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'

/** The facts as the clerk lays them on the desk. */
export interface Desk {
  facts: GuardFacts
  key: string
  /** Sends that stand, the newest first. */
  past: readonly SendRecord[]
  /** Of these, those to whom this one goes. */
  here: readonly SendRecord[]
}

const most = (records: readonly SendRecord[]) =>
  records.reduce((sum, { amount }) => (amount > sum ? amount : sum), 0n)

const least = (records: readonly SendRecord[]) =>
  records.reduce((sum, { amount }) => (amount < sum ? amount : sum), most(records))

/** The same to the same within minutes, or a sum that comes once a month for the second time in a few days. */
export function sameAgain({ facts: { send }, here }: Desk): string | null {
  const same = here.filter(
    ({ amount, words, kind }) => amount === send.amount && words === send.words && kind === send.kind,
  )
  const last = same[0]
  if (last === undefined) return null
  const gap = send.at - last.at
  const gaps = same.slice(1).map(({ at }, index) => same[index]!.at - at)
  if (gaps.some((one) => one <= gap)) return null
  if (gap <= 10 * minuteMs && send.amount >= 300n)
    return 'the same sum went to the same minutes ago, which never was so'
  if (gaps.length > 0 && gaps.every((one) => one > 20 * dayMs) && gap < 4 * dayMs)
    return 'this sum is paid here once a month and was paid days ago'
  if (gap < dayMs && send.amount % 10n !== 0n && send.amount >= 1_000n)
    return 'a sum to the very fen that went to the same within a day'
  if (gap <= 3 * hourMs && send.amount >= 20_000n && send.kind === 'transfer')
    return 'the same large sum went to the same within hours'
  return null
}

/** Ten or a hundred times what is always paid here. */
export function tenfold({ facts: { send }, here }: Desk): string | null {
  if (here.length < 3 || send.amount < (here.length < 6 ? 5n : 3n) * most(here)) return null
  const fits = [10n, 100n].some((times) => send.amount % times === 0n && within(send.amount / times, here))
  return fits ? 'ten or a hundred times what is always paid here' : null
}

function within(amount: bigint, records: readonly SendRecord[]): boolean {
  return amount * 4n >= least(records) * 3n && amount <= most(records) * 2n
}

/** A hundred times what was paid here, with nothing between: a point that was not typed. */
export function hundredfold({ facts: { send }, past, here }: Desk): string | null {
  if (here.length === 0 || past.length < 10 || send.amount < 40n * most(here)) return null
  const isWhole = send.amount % 1_000n !== 0n || here.some(({ amount }) => amount * 100n === send.amount)
  return isWhole && within(send.amount / 100n, here)
    ? 'a hundred times what is paid here, as if a point was lost'
    : null
}

/** The words stand for a tenth of it wherever they were written before. */
export function wordsTenfold({ facts: { send }, past }: Desk): string | null {
  const written =
    send.words === '' ? [] : past.filter(({ words, kind }) => words === send.words && kind === send.kind)
  if (written.length < 4 || send.amount < 4n * most(written)) return null
  const fits = [10n, 100n].some((times) => send.amount % times === 0n && within(send.amount / times, written))
  return fits ? 'with these words a tenth or a hundredth of it was always paid' : null
}

/** A sum that was only ever paid to one other person: it is due there, or nobody pays it by chance. */
export function sumOfAnother({ facts: { send }, key, past, here }: Desk): string | null {
  if (send.toKind !== 'member' || send.amount < 1_000n || send.kind !== 'transfer') return null
  const same = past.filter(({ amount, kind }) => amount === send.amount && kind === send.kind)
  const [first, second] = same
  if (first === undefined || second === undefined || first.toKey === key) return null
  if (same.some(({ toKey }) => toKey !== first.toKey)) return null
  if (here.length > 0 && most(here) * 2n >= send.amount) return null
  const gap = first.at - second.at
  const isDue = gap > 5 * dayMs && Math.abs(send.at - first.at - gap) < gap / 4
  if (isDue && send.amount >= 10_000n)
    return 'this sum is due to one other person about now, and never went here'
  const isRound = send.amount % 1_000n === 0n
  return !isRound && same.length >= 3
    ? 'this odd sum was again and again for one other person, and never here'
    : null
}

/** A stranger's first payment, and more by far than anybody was ever paid. */
export function farAboveAll({ facts: { send, people, screen }, key, past, here }: Desk): string | null {
  const payee = people.find(({ id }) => id === key)
  if (payee === undefined || past.length < 20) return null
  if (here.length === 0 && !payee.isContact && send.amount > 4n * most(past) && screen?.chosenFrom !== 'link')
    return 'a stranger’s first payment, and more by far than anybody was ever paid'
  const isSteady = here.length >= 6 && send.amount >= 20_000n && send.amount > 12n * most(here)
  return isSteady ? 'more than twelve times the most that was ever paid here' : null
}
