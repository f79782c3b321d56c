/** One chat: its packets and transfers as bubbles. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function ChatPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('chats.title')}>{null}</Page>
}
