/** How long is left, going on as one looks; a screen reader hears it where it stands, not each second. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dayMs } from '@laisee/core/instant.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'

export function Countdown({ at, withEnd = false }: { at: number; withEnd?: boolean }): ReactElement {
  const { t } = useTranslation()
  const minute = useNow(60_000)
  const now = useNow(at - minute > dayMs ? 60_000 : 1_000)
  const moment = momentText(t, at, languageNow(), now)
  const span = spanText(t, at - now)
  return (
    <time className="countdown numbers" dateTime={new Date(at).toISOString()} role="timer">
      {at <= now
        ? t('advisorPage.plan.overSince', { at: moment })
        : withEnd
          ? t('advisorPage.plan.leftEnds', { span, at: moment })
          : t('advisorPage.plan.left', { span })}
    </time>
  )
}
