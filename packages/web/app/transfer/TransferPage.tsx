/** One transfer. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function TransferPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('transfer.title')}>{null}</Page>
}
