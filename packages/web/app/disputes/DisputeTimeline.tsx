/** What happened to a dispute, from its facts, in order. */

import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import type { SideProps } from './DisputePage.tsx'
import type { Fact } from './disputes-data.ts'

export function DisputeTimeline({ dispute, memberId, other }: SideProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="case-card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('disputes.timeline')}</h2>
      <ol className="case-timeline">
        {dispute.facts.map((fact) => (
          <li key={fact.no}>
            <span>{textOf(t, fact, memberId, other)}</span>
            <time dateTime={fact.at} className="case-second numbers">
              {fullText(fact.at, languageNow(), serviceNow())}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Notes and who has it in hand are not told to the sides; a newer service may tell of what this app does not know. */
function textOf(t: TFunction, { kind, by, toId }: Fact, memberId: string, other: string): string {
  if (kind === 'asked' && toId === memberId) return t('disputes.facts.askedYou')
  const who = kind !== 'asked' && by === memberId ? t('common.you') : other
  return kind === 'note' || kind === 'assigned' ? t('common.newer') : t(`disputes.facts.${kind}`, { who })
}
