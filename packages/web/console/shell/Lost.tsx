/** An address of the desk where nothing is. */

import { Button, Result } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../address.ts'

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
