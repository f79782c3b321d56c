/** Why it is frozen, on what that stands in plain words with its source, and who did it: a role, never a name. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { serviceNow } from '../data/service-time.ts'
import { CopyButton } from '../packet/CopyButton.tsx'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { lawSubject, lawText } from './freeze-text.ts'
import type { Freeze } from './freezes-data.ts'

const byWhom = {
  policy: 'freezes.byService',
  police_stop: 'freezes.byPolice',
  police_freeze: 'freezes.byPolice',
  court: 'freezes.byCourt',
} as const

export function Grounds({ freeze }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  const { reason, note, basis, laws, ownRule, reference, since, until } = freeze
  const moment = (at: string) => <span className="numbers">{fullText(at, languageNow(), serviceNow())}</span>
  return (
    <Cells>
      <div className="freeze-ground">
        <h2>{t('freezes.why')}</h2>
        <p>{t(`freezes.reasons.${reason}`)}</p>
        <p className="case-second" dir="auto">
          {note}
        </p>
      </div>
      <div className="freeze-ground">
        <h2>{t('freezes.basis')}</h2>
        <p>{t(`freezes.bases.${basis}`)}</p>
        <ul className="freeze-laws">
          {laws.map((law) => (
            <li key={`${law.law} ${law.number}`}>
              <span lang="zh">{lawText(t, law)}</span>
              <span className="case-second">{lawSubject(law, languageNow())}</span>
            </li>
          ))}
        </ul>
        {ownRule !== null && <p className="case-second">{ownRule[languageNow()]}</p>}
      </div>
      <div className="freeze-ground">
        <h2>{t('freezes.by')}</h2>
        <p>{t(byWhom[basis])}</p>
      </div>
      {reference !== null && (
        <Cell
          label={t('freezes.reference')}
          note={<span className="case-id">{reference}</span>}
          end={<CopyButton text={reference} label={t('freezes.copyReference')} />}
        />
      )}
      <Cell label={t('freezes.since')} end={moment(since)} />
      <Cell label={t('freezes.until')} end={moment(until)} />
    </Cells>
  )
}
