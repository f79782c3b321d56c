/** One packet: where its money is, and until when that can change. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function PacketPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('packet.title')}>{null}</Page>
}
