/** Everything the advisor knows besides its rules, in one value: what was read, and what this installation has measured. */

import { articles } from '../../law/articles.ts'
import { smallClaimsLines } from '../../law/small-claims-lines.ts'
import { hotlines } from './hotlines.ts'
import type { Measured } from './measured.ts'
import { productRules } from './product-rules.ts'
import { published } from './published.ts'
import { refused } from './refused.ts'

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
