/** An article of law as dated data: its words, its subject, its number, and since when both have stood. */

import type { ChinaDate } from './china-date.ts'
import type { Sourced } from './sourced.ts'

export interface Article extends Sourced {
  law: string
  number: number
  subject: { zh: string; en: string }
  text: string
  validFrom: ChinaDate
  /** The last day the number and the words are known to stand; null while nothing newer is known. */
  validUntil: ChinaDate | null
}
