/** Grey bubbles on both sides, where the real ones will be. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

export function StreamSkeleton(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stream-inside" role="status" aria-label={t('common.loading')}>
      {(['theirs', 'mine', 'theirs', 'mine'] as const).map((side, i) => (
        <div key={i} className="stream-item said" data-side={side}>
          <span className="skeleton skeleton-face" />
          <span className="said-body skeleton skeleton-card" />
        </div>
      ))}
    </div>
  )
}
