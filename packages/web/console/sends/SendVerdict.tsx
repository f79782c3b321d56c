/** What the guard said of a send, and what its sender had before their eyes when they confirmed. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Reasons } from '../parts/Reasons.tsx'
import { ShownFacts } from '../parts/ShownFacts.tsx'
import type { FullSend } from './sends-data.ts'

export function SendVerdict({ send: { verdict } }: { send: FullSend }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="drawer-part">
      <h2>{t('deskSends.guard')}</h2>
      {verdict ? (
        <>
          <p>
            {t(`deskSends.outcomes.${verdict.outcome}`)}
            {verdict.confirmed && verdict.outcome !== 'allow' && ` · ${t('deskSends.confirmed')}`}
          </p>
          <Reasons reasons={verdict.reasons} none={t('deskSends.noReason')} />
          <ShownFacts shown={verdict.shown} />
        </>
      ) : (
        <p className="second">{t('deskSends.notJudged')}</p>
      )}
    </section>
  )
}
