/** A page: a bar with the way back, a title that is also the tab's, and what one can do here; then its body. */

import { useEffect, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'

interface PageProps {
  title: string
  /** What stands beside the title, said with it: "(5)". */
  aside?: string
  /** Where there is a way back. */
  onBack?: () => void
  /** On the right of the bar. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

export function Page({ title, aside, onBack, actions, className, children }: PageProps): ReactElement {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`
  }, [title, t])
  return (
    <div className={className ? `page ${className}` : 'page'}>
      <header className="page-bar">
        {onBack ? (
          <button type="button" className="icon-button" aria-label={t('common.back')} onClick={onBack}>
            <Icon name="back" />
          </button>
        ) : (
          <span />
        )}
        <h1>
          <span className="one-line">{title}</span>
          {aside !== undefined && <span className="page-aside">{aside}</span>}
        </h1>
        <span>{actions}</span>
      </header>
      <div className="page-body">{children}</div>
    </div>
  )
}
