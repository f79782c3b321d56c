/** How the screens look and speak on this device. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { setLooks, useLooks, type Theme } from '../session/looks.ts'
import { languageNow, speak } from '../words/i18n.ts'
import { Setting } from './SendingHabits.tsx'

const languages = [
  { value: 'zh', label: <span lang="zh">中文</span> },
  { value: 'en', label: <span lang="en">English</span> },
] as const

export function Looks(): ReactElement {
  const { t } = useTranslation()
  const { theme, elder } = useLooks()
  const themes: readonly { value: Theme; label: string }[] = [
    { value: 'system', label: t('settings.themeSystem') },
    { value: 'light', label: t('settings.themeLight') },
    { value: 'dark', label: t('settings.themeDark') },
  ]
  return (
    <Cells title={t('settings.looks')} foot={t('settings.onThisPhone')}>
      <Setting label={t('settings.language')}>
        <Choices
          label={t('settings.language')}
          value={languageNow()}
          onChange={(language) => void speak(language)}
          options={languages}
        />
      </Setting>
      <SwitchRow
        label={t('settings.elder')}
        note={t('settings.elderNote')}
        checked={elder}
        onChange={(on) => setLooks({ elder: on })}
      />
      <Setting label={t('settings.theme')}>
        <Choices
          label={t('settings.theme')}
          value={theme}
          onChange={(chosen) => setLooks({ theme: chosen })}
          options={themes}
        />
      </Setting>
    </Cells>
  )
}
