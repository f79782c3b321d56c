/** What stands behind a fact: who says so, how good that is, and when it was written down. */

import type { ChinaDate } from './china-date.ts'

/**
 * P: the primary text was read. S: secondary but attributable. C: anonymous or a content farm. M: from general
 * knowledge, unconfirmed. X: contradicted by a better source.
 */
export type Grade = 'P' | 'S' | 'C' | 'M' | 'X'

export interface Sourced {
  source: string
  grade: Grade
  /** When it was read or written down; a rule may have changed since. */
  recordedOn: ChinaDate
}
