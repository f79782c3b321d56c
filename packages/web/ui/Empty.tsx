/** What stands where there is nothing, where something failed, and where it is still on its way. */

import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

interface EmptyProps {
  icon: IconName
  title: string
  children?: ReactNode
}

export function Empty({ icon, title, children }: EmptyProps): ReactElement {
  return (
    <div className="empty">
      <Icon name={icon} size={56} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** It could not be loaded; what that means for the money, and a way to try again. */
export function Failed({ onRetry, children }: { onRetry?: () => void; children?: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="empty" role="alert">
      <Icon name="offline" size={56} />
      <h2>{children ?? t('common.failed')}</h2>
      {onRetry && (
        <Button small onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}

/** Grey shapes of the size of what comes, so that nothing jumps. */
export function Skeleton({ height, count = 1 }: { height: number; count?: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="buttons" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: count }, (_, i) => (
        <div
          key={i}
          className="skeleton"
          ref={(element) => element?.style.setProperty('height', `${height}px`)}
        />
      ))}
    </div>
  )
}
