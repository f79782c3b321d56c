/**
 * Sums that say something: 520 is read as "I love you", 88 as luck. They are sent on purpose more often than not, and
 * are hard to call a mistake afterwards (reference page, row 59): the guard then asks in softer words and says so.
 */

import type { Amount } from '../money.ts'

export const meanings = ['love', 'for_ever', 'luck', 'smooth', 'lasting'] as const
export type Meaning = (typeof meanings)[number]

const sums: readonly [RegExp, Meaning][] = [
  [/^5200?$|^521$|^52013?14$/, 'love'],
  [/^1314$|^13140$|^3344$/, 'for_ever'],
  [/^1?8{2,}$|^1?68$|^1?688$/, 'luck'],
  [/^6{2,}$/, 'smooth'],
  [/^9{2,}$/, 'lasting'],
]

/** What a sum says, each share of it where it goes to several; undefined where it says nothing. */
export function meaningOf(amount: Amount, count: number): Meaning | undefined {
  const shares = BigInt(Math.max(1, Math.trunc(count)))
  const share = amount % shares === 0n ? amount / shares : amount
  return meaningOfOne(share) ?? meaningOfOne(amount)
}

/** Read as yuan, and as its digits where it has fen: ¥5.20 says what ¥520 says. */
function meaningOfOne(amount: Amount): Meaning | undefined {
  const digits = String(amount)
  const texts =
    amount % 100n === 0n
      ? [digits.slice(0, -2)]
      : amount % 10n === 0n
        ? [digits.slice(0, -1), digits]
        : [digits]
  for (const [pattern, meaning] of sums) if (texts.some((text) => pattern.test(text))) return meaning
  return undefined
}
