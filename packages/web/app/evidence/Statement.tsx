/** The party's own account: free words, kept as they are. */

import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

const lengthMax = 2_000

export function Statement({
  value,
  onChange,
}: {
  value: string
  onChange: (value: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className="cells evidence-statement">
      <label htmlFor={id}>{t('evidence.statement')}</label>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        maxLength={lengthMax}
        value={value}
        placeholder={t('evidence.statementPlaceholder')}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="evidence-note">
        {t('evidence.statementNote', { left: lengthMax - value.length })}
      </p>
    </section>
  )
}
