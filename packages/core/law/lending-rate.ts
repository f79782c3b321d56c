/**
 * The most interest that two private people may agree on: four times the one-year loan prime rate when they agree
 * (最高人民法院关于审理民间借贷案件适用法律若干问题的规定, 2020 second revision, art. 25). Dated: the rate is announced anew
 * every month, and what is recorded here stands until somebody records the next.
 */

import { interestOn } from './interest.ts'
import type { ChinaDate } from './china-date.ts'
import type { Amount } from '../money.ts'

export const lendingRate = {
  /** The one-year LPR in hundredths of a percent: 300 is 3 %. */
  oneYearBasisPoints: 300,
  validFrom: '2025-05-20',
  source: '全国银行间同业拆借中心受权公布贷款市场报价利率（LPR）公告, 2025-05-20',
  grade: 'M',
  recordedOn: '2026-11-22',
} as const

/** How many times that rate a court still protects. */
export const lendingRateTimes = 4

/** The most interest on a sum from one day to another, in fen, rounded down. */
export function lawfulInterestMax(principal: Amount, from: ChinaDate, until: ChinaDate): Amount {
  const basisPointsAYear = lendingRate.oneYearBasisPoints * lendingRateTimes
  return interestOn(principal, { basisPointsAYear, from }, until)
}
