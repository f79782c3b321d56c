/** What something rests on, in a line: an article as it is cited that day, a product's rule with its source, our own manner. */

import { productRules } from '../../advisor/knowledge/product-rules.ts'
import type { Basis } from '../../advisor/plan.ts'
import { citeArticle } from '../../law/articles.ts'
import type { ChinaDate } from '../../law/china-date.ts'
import type { Language } from '../words.ts'
import { planWords } from './plan-words.ts'

/** One ground in words. A rule that sources dispute says so. */
export function sayBasis(basis: Basis, on: ChinaDate, language: Language): string {
  const words = planWords[language].basis
  if (basis.kind === 'law') return citeArticle(basis.article, on, language)
  if (basis.kind === 'own_manner') return words.own_manner
  const { source, status } = productRules[basis.rule]
  const named = status === 'confirmed' ? words.product : `${words.product}, ${words.disputed}`
  return `${named}${language === 'zh' ? '：' : ': '}${source}`
}
