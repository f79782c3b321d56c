/** How many parts, how often, from which day on. */

import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instalmentDaysMax, instalmentPartsMax, instalmentRhythms } from '@laisee/core/instalments.ts'
import { addDays, chinaDateOf } from '@laisee/core/law/china-date.ts'
import { Choices } from '../../ui/Choices.tsx'
import { useNow } from '../data/service-time.ts'
import { countOf, firstDay, type TermsDraft } from './terms-form.ts'

interface RhythmProps {
  draft: TermsDraft
  change: (next: Partial<TermsDraft>) => void
}

export function Rhythm({ draft, change }: RhythmProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const today = chinaDateOf(useNow(60_000))
  return (
    <div className="cells">
      <div className="row-field">
        <div className="field-row">
          <label htmlFor={`${id}-count`}>{t('instalments.form.count')}</label>
          <input
            id={`${id}-count`}
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={draft.count}
            aria-invalid={countOf(draft) === undefined}
            placeholder={`1–${instalmentPartsMax}`}
            onChange={(event) => change({ count: event.target.value })}
          />
        </div>
      </div>
      <h2 className="choices-title">{t('instalments.form.every')}</h2>
      <Choices
        label={t('instalments.form.every')}
        value={draft.every}
        onChange={(every) => change({ every })}
        options={instalmentRhythms.map((value) => ({
          value,
          label: t(`instalments.form.rhythms.${value}`),
        }))}
      />
      <div className="row-field">
        <div className="field-row">
          <label htmlFor={`${id}-first`}>{t('instalments.form.first')}</label>
          <input
            id={`${id}-first`}
            type="date"
            min={addDays(today, 1)}
            max={addDays(today, instalmentDaysMax)}
            value={firstDay(draft, today)}
            onChange={(event) => change({ first: event.target.value })}
          />
        </div>
      </div>
    </div>
  )
}
