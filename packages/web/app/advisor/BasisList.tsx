/** What something rests on: articles as they are cited today, rules of products with their source, our own manner. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { published } from '@laisee/core/advisor/knowledge/published.ts'
import type { Basis, EffectBasis } from '@laisee/core/advisor/plan.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { sayBasis } from '@laisee/core/words/advisor/say-basis.ts'
import { languageNow } from '../words/i18n.ts'

interface BasisListProps {
  basis: readonly Basis[]
  effect?: EffectBasis
  at: number
}

export function BasisList({ basis, effect, at }: BasisListProps): ReactElement {
  const { t } = useTranslation()
  const lines = basis.map((one) => sayBasis(one, chinaDateOf(at), languageNow()))
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
