/** What something rests on: articles as they are cited today, rules of products with their source, our own manner. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { productRules } from '@laisee/core/advisor/knowledge/product-rules.ts'
import { published } from '@laisee/core/advisor/knowledge/published.ts'
import type { Basis, EffectBasis } from '@laisee/core/advisor/plan.ts'
import { citeArticle } from '@laisee/core/law/articles.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { languageNow } from '../words/i18n.ts'

/** One ground in a line. */
export function basisText(basis: Basis, at: number): string {
  const language = languageNow()
  const words = planWords[language].basis
  if (basis.kind === 'law') return citeArticle(basis.article, chinaDateOf(at), language)
  if (basis.kind === 'own_manner') return words.own_manner
  const { source, status } = productRules[basis.rule]
  const gap = language === 'zh' ? '：' : ': '
  const named = status === 'confirmed' ? words.product : `${words.product}, ${words.disputed}`
  return `${named}${gap}${source}`
}

interface BasisListProps {
  basis: readonly Basis[]
  effect?: EffectBasis
  at: number
}

export function BasisList({ basis, effect, at }: BasisListProps): ReactElement {
  const { t } = useTranslation()
  const lines = basis.map((one) => basisText(one, at))
  if (effect?.kind === 'published_elsewhere') lines.push(published[effect.id].source)
  return (
    <details className="plan-basis">
      <summary>{t('advisorPage.plan.basis')}</summary>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
