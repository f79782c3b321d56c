/** Everyone and every group one shares money with, latest first. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function ChatsPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('chats.title')}>{null}</Page>
}
