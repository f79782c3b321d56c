/** What a careful clerk says of the sum of one send: ten times the usual, digits in another order, the same again. */

import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'
import { fenOf, sameSum, sameWords, tidy, usualGap, type Ground } from './sixth-clerk-past.ts'

/** A zero too many, or a point not typed, which leaves the last digits of a sum with fen. */
export const tenTimes: Ground = ({ amount, own, words, payee }) => {
  if (!payee || own.length === 0) return null
  // One of many may itself have been too much.
  const sums = own
    .slice(0, 10)
    .map(fenOf)
    .toSorted((a, b) => a - b)
    .slice(0, own.length > 5 ? -1 : undefined)
  if (amount < 4 * sums.at(-1)!) return null
  const isNewPurpose = words !== '' && sameWords(own, words).length === 0
  const isRound = /^\d0*$/u.test(String(amount))
  const by = [10, 100].find((times) => {
    if (times === 100 && amount % 1_000 === 0) return false
    const exact = sameSum(own, amount / times)
    if (exact.some((past) => !isRound || tidy(past.words) === words))
      return !(isNewPurpose && amount % 10_000 === 0)
    const isNarrow = own.length > 1 && sums.at(-1)! <= 3.5 * sums[0]! && !(isRound && own.length < 4)
    const isSuch = amount / times >= sums[0]! / 1.2 && amount / times <= sums.at(-1)! * 1.2
    return isNarrow && !isNewPurpose && isSuch
  })
  return by === undefined ? null : `${by} times what is usual here`
}

/** Somebody is paid one or a few sums each time, and now one with a digit doubled, or two of them changed round. */
export const otherDigits: Ground = ({ amount, own, payee }) => {
  const sums = new Map([...Map.groupBy(own, fenOf)].filter(([, list]) => list.length > 1))
  if (!payee || own.length < 3 || sameSum(own, amount).length > 0) return null
  const steady = [...sums.values()].reduce((count, list) => count + list.length, 0)
  if (steady < own.length * 0.7) return null
  const digits = String(amount / 100)
  const isSlip = [...sums.keys()].some((sum) => {
    const usual = [...String(sum / 100)]
    const isSwapped = usual.some(
      (sign, n) =>
        n > 0 &&
        usual
          .with(n - 1, sign)
          .with(n, usual[n - 1]!)
          .join('') === digits,
    )
    return isSwapped || usual.some((sign, n) => usual.toSpliced(n, 0, sign).join('') === digits)
  })
  return isSlip ? 'always paid the same sum, and this has its digits in another order' : null
}

/** The same again, where nothing says that a second one is wanted and two together are not usual. */
export const again: Ground = ({ amount, own, send, words, payee }) => {
  const [last] = own
  if (!payee || !last || fenOf(last) !== amount || /第二|再|又|另|还有|那份/u.test(words)) return null
  const since = send.at - last.at
  const isUsual = own.some((one, n) => n > 0 && own[n - 1]!.at - one.at < Math.max(since * 2, hourMs))
  if (isUsual || tidy(last.words) !== words) return null
  if (since <= 15 * minuteMs) return 'the same sum to the same person minutes ago'
  const gap = usualGap(own)
  return own.length >= 3 && gap > 5 * dayMs && since < gap / 3
    ? 'paid by the week or month, and paid just now'
    : null
}
