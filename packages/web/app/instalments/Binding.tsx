/** What would make the agreement one that a court enforces: two ways, neither of them needed, with the law they stand on. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageParts } from './InstalmentsPage.tsx'

const ways = ['confirmation', 'notary'] as const

export function Binding({ instalments }: Pick<PageParts, 'instalments'>): ReactElement | null {
  const { t } = useTranslation()
  if (instalments.state !== 'proposed' && instalments.state !== 'active') return null
  return (
    <details className="cells binding">
      <summary>{t('instalmentsPage.binding.title')}</summary>
      <p>{t('instalmentsPage.binding.text')}</p>
      <dl>
        {ways.map((way) => (
          <div key={way}>
            <dt>{t(`instalmentsPage.binding.${way}`)}</dt>
            <dd>{t(`instalmentsPage.binding.${way}Text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="binding-basis">{t('instalmentsPage.binding.basis')}</p>
    </details>
  )
}
