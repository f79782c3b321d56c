/** The other language, in its own words. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { languageNow, speak } from '../words/i18n.ts'

export function LanguageSwitch(): ReactElement {
  const { t } = useTranslation()
  const other = languageNow() === 'zh' ? 'en' : 'zh'
  return (
    <Button
      small
      look="link"
      lang={other}
      aria-label={t('signIn.languageLabel')}
      onClick={() => void speak(other)}
    >
      {t('signIn.language')}
    </Button>
  )
}
