/**
 * Interest on money to be returned: none, unless both sides agreed to some. Simple, never on interest, by days of a year
 * of 365, and rounded down to the fen.
 */

import type { Amount } from '../money.ts'
import { daysBetween, type ChinaDate } from './china-date.ts'

export interface InterestTerms {
  /** A year's rate in hundredths of a percent: 300 is 3 %. */
  basisPointsAYear: number
  from: ChinaDate
}

/** What is owed beyond the sum until a day. Without terms, and before they begin, nothing. */
export function interestOn(principal: Amount, terms: InterestTerms | null, until: ChinaDate): Amount {
  if (terms === null) return 0n
  const days = daysBetween(terms.from, until)
  if (days <= 0 || terms.basisPointsAYear <= 0) return 0n
  return (principal * BigInt(terms.basisPointsAYear) * BigInt(days)) / (10_000n * 365n)
}
