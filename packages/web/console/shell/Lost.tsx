/** An address of the desk where nothing is. */

import { Button, Result } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../address.ts'
import { Settings } from './TopBar.tsx'

export function Lost({ heading: Heading = 'h1' }: { heading?: 'h1' | 'h2' }): ReactElement {
  const { t } = useTranslation()
  return (
    <Result
      status="info"
      title={<Heading>{t('desk.lostTitle')}</Heading>}
      subTitle={t('desk.lostText')}
      extra={<Button {...linkTo('/')}>{t('desk.back')}</Button>}
    />
  )
}

/** The desk before any organisation is open: its name, what is set anywhere, and one thing to read. */
export function Door({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="door">
      <header className="top-bar">
        <h1>{t('desk.name')}</h1>
        <Settings />
      </header>
      <main className="door-main">{children}</main>
    </div>
  )
}

/** Nothing is there outside of any organisation: one that is not, or is not for this person. */
export function LostDoor(): ReactElement {
  return (
    <Door>
      <Lost heading="h2" />
    </Door>
  )
}
