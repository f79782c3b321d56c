/** A packet that came by link. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function ClaimLinkPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('claim.title')}>{null}</Page>
}
