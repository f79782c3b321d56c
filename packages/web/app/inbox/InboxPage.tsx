/** The notices. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function InboxPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('inbox.title')}>{null}</Page>
}
