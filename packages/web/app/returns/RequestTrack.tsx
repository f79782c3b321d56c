/** What has happened to a request: asked, delivered, read, answered; and when its time is over. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import type { ReturnRequest } from './returns-data.ts'
import { trackOf, type TrackStep } from './says.ts'
import { useDayText } from './use-day-text.ts'
import '../../ui/steps.css'

export function RequestTrack({ request, isMine }: { request: ReturnRequest; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const dayText = useDayText()
  const { open, deliveredAt, readAt, reminders, returned } = request
  const label = ({ key }: TrackStep) =>
    key === 'due'
      ? t('returnRequest.facts.due')
      : (key === 'delivered' || key === 'read') && !isMine
        ? t(`returnRequest.track.${key}Me`)
        : t(`returnRequest.track.${key}`, { amount: returned, count: reminders.count })
  const waits = open && isMine && readAt === null
  return (
    <section className="cells steps return-track" aria-label={t('returnRequest.track.label')}>
      <ol>
        {trackOf(request).map((step) => (
          <li key={step.key} data-to-come={step.isToCome}>
            <span>{label(step)}</span>
            <time dateTime={step.at} className="numbers">
              {step.key === 'due' ? dayText(request.dueOn, 'list') : fullText(step.at, languageNow(), now)}
            </time>
          </li>
        ))}
      </ol>
      {waits && (
        <p className="return-second">
          {t(deliveredAt === null ? 'returnRequest.track.notDelivered' : 'returnRequest.track.notRead')}
        </p>
      )}
      {reminders.count > 0 && (
        <p className="return-second">{t('returnRequest.track.reminded', { count: reminders.count })}</p>
      )}
    </section>
  )
}
