/** A length of time of one's own: a number and its unit. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

interface OwnLengthProps {
  label: string
  count: string
  unit: string
  onChange: (count: string, unit: string) => void
}

/** A length of time of one's own: a number and its unit. */
export function OwnLength({ label, count, unit, onChange }: OwnLengthProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="own-length">
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        value={count}
        onChange={(event) => onChange(event.target.value, unit)}
      />
      <select
        aria-label={t('send.more.unit')}
        value={unit}
        onChange={(event) => onChange(count, event.target.value)}
      >
        {(['minutes', 'hours', 'days'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`send.more.units.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
