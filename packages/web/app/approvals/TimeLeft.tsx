/** How long an approval still waits, said in warning in its last hour. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { spanText } from '../words/moments.ts'

const soonMs = 3_600_000

export function TimeLeft({ until }: { until: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const left = Date.parse(until) - now
  return (
    <time dateTime={until} className="chip numbers" data-tone={left < soonMs ? 'open' : 'waiting'}>
      <Icon name="clock" size={14} />
      {left <= 0 ? t('approvals.over') : t('approvals.left', { span: spanText(t, left) })}
    </time>
  )
}
