/** Two people side by side. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

export function DuoPage(): ReactElement {
  const { t } = useTranslation()
  return <h1>{t('demo.title')}</h1>
}
