/** Signing in by a link: the code or token is in the address's fragment, which no server sees. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  return <Page title={t('signIn.title')}>{null}</Page>
}
