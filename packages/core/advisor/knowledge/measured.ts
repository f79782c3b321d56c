/** What an installation has counted for itself: the only figures that a plan may give as its own. */

import type { ChinaDate } from '../../law/china-date.ts'
import type { StepId } from '../steps/steps.ts'

/** How often a step has helped, counted here. */
export interface Measured {
  step: StepId
  succeeded: number
  n: number
  measuredOn: ChinaDate
}

/** Fewer than this are no figure. */
export const measuredMin = 30
