/**
 * Whether a claim is small enough for one instance and half the fee (民事诉讼法 165): half the province's average wage, or
 * twice it where both sides agree. Where no line is known, that is the answer: ask the High Court.
 */

import type { Amount } from '../money.ts'
import type { ChinaDate } from './china-date.ts'
import type { Province } from './provinces.ts'
import { smallClaimsLines, type SmallClaimsLine } from './small-claims-lines.ts'

export type SmallClaims =
  | { answer: 'mandatory' | 'by_agreement' | 'too_large'; line: SmallClaimsLine; maybeOutdated: boolean }
  | { answer: 'check_your_high_court' }

export const smallClaimsAnswers = [
  'mandatory',
  'by_agreement',
  'too_large',
  'check_your_high_court',
] as const satisfies readonly SmallClaims['answer'][]

/** A line is written anew each year, from the last year's wages: older than this it may be out of date. */
const freshYears = 1

/** The line of a province on a day: the newest that was in force. */
export function smallClaims(province: Province | null, amount: Amount, on: ChinaDate): SmallClaims {
  const line = smallClaimsLines
    .filter((it) => it.province === province && it.validFrom <= on)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  if (line === undefined) return { answer: 'check_your_high_court' }
  const answer =
    amount <= line.mandatoryMax ? 'mandatory' : amount <= line.byAgreementMax ? 'by_agreement' : 'too_large'
  const maybeOutdated = Number(on.slice(0, 4)) - Number(line.validFrom.slice(0, 4)) > freshYears
  return { answer, line, maybeOutdated }
}
