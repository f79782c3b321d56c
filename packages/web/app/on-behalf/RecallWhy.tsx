/** Why something of an organisation's is taken back, where its policy asks for it: kept with the recall. */

import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import '../../ui/words-field.css'
import './on-behalf.css'

const noteLengthMax = 500

interface RecallWhyProps {
  note: string
  /** It was pressed without one. */
  isMissing: boolean
  onChange: (note: string) => void
}

export function RecallWhy({ note, isMissing, onChange }: RecallWhyProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="words-field recall-why">
      <label htmlFor={id}>{t('onBehalf.recallWhy')}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        maxLength={noteLengthMax}
        value={note}
        aria-invalid={isMissing}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-says`} className={isMissing ? 'field-error' : 'sheet-note'} aria-live="polite">
        {t(isMissing ? 'onBehalf.recallWhyMissing' : 'onBehalf.recallWhyNote')}
      </p>
    </div>
  )
}
