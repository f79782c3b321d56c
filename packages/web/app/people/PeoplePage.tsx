/** Contacts and groups. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('people.title')}>{null}</Page>
}
