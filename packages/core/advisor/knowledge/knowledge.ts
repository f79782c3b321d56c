/** Everything the advisor knows besides its rules, in one value: what was read, and what this installation has measured. */

import { articles } from '../../law/articles.ts'
import type { ChinaDate } from '../../law/china-date.ts'
import { smallClaimsLines } from '../../law/small-claims-lines.ts'
import type { StepId } from '../steps/steps.ts'
import { hotlines } from './hotlines.ts'
import { productRules } from './product-rules.ts'
import { published } from './published.ts'
import { refused } from './refused.ts'

/** How often a step has helped, counted here. */
export interface Measured {
  step: StepId
  succeeded: number
  n: number
  measuredOn: ChinaDate
}

export interface Knowledge {
  articles: typeof articles
  smallClaimsLines: typeof smallClaimsLines
  productRules: typeof productRules
  hotlines: typeof hotlines
  published: typeof published
  refused: typeof refused
  /** Empty until an installation has outcomes of its own. Never anybody else’s figures. */
  measured: readonly Measured[]
}

export const advisorKnowledge: Knowledge = {
  articles,
  smallClaimsLines,
  productRules,
  hotlines,
  published,
  refused,
  measured: [],
}

/** Fewer than this are no figure. */
export const measuredMin = 30
