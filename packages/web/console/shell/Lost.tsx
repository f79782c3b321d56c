/** An address of the desk where nothing is. */

import { Button, Result } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../address.ts'
import { Settings } from './TopBar.tsx'

export function Lost(): ReactElement {
  const { t } = useTranslation()
  return (
    <Result
      status="info"
      title={t('desk.lostTitle')}
      subTitle={t('desk.lostText')}
      extra={<Button {...linkTo('/')}>{t('desk.back')}</Button>}
    />
  )
}

/** The same outside of any organisation: one that is not there, or not for this person. */
export function LostDoor(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="door">
      <header className="top-bar">
        <h1>{t('desk.name')}</h1>
        <Settings />
      </header>
      <main className="door-main">
        <Lost />
      </main>
    </div>
  )
}
