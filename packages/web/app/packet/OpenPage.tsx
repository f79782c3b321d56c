/** Opening a packet. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function OpenPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('packet.title')}>{null}</Page>
}
