/** What stands where a page broke, and where there is none: what it means for the money, and a way on. */

import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'

export function BrokenPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <main className="whole-screen">
      <h1 className="unseen">{t('shell.name')}</h1>
      <div role="alert">
        <Empty icon="warn" title={t('common.brokenTitle')}>
          <p>{t('common.brokenText')}</p>
          <Button onClick={() => window.location.reload()}>{t('common.refresh')}</Button>
        </Empty>
      </div>
    </main>
  )
}

export function LostPage(): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  return (
    <main className="whole-screen">
      <h1 className="unseen">{t('shell.name')}</h1>
      <Empty icon="search" title={t('common.notFoundTitle')}>
        <p>{t('common.notFoundText')}</p>
        <Button onClick={() => void go({ to: '/' })}>{t('common.back')}</Button>
      </Empty>
    </main>
  )
}
