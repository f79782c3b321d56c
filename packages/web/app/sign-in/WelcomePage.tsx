/** The first page of someone who is not signed in. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function WelcomePage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('signIn.title')}>{null}</Page>
}
