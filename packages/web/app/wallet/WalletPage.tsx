/** The wallet and its statement. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function WalletPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('wallet.title')}>{null}</Page>
}
