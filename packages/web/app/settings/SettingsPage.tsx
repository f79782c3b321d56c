/** One's own settings. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function SettingsPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('settings.title')}>{null}</Page>
}
