/** What is written on the packet, with a few usual texts at hand. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Row } from './Row.tsx'

interface GreetingFieldProps {
  value: string
  onChange: (value: string) => void
  problem: string | undefined
}

export function GreetingField({ value, onChange, problem }: GreetingFieldProps): ReactElement {
  const { t } = useTranslation()
  const usual = t('send.greeting.usual')
  const presets = (['a', 'b', 'c', 'd', 'e'] as const).map((key) => t(`send.greeting.${key}`))
  return (
    <div className="cells">
      <Row label={t('send.greeting.label')} problem={problem}>
        {(says) => (
          <input
            {...says}
            dir="auto"
            autoComplete="off"
            enterKeyHint="done"
            value={value}
            placeholder={usual}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Row>
      <div className="choices" role="group" aria-label={t('send.greeting.presets')}>
        {[usual, ...presets].map((text) => (
          <button
            key={text}
            type="button"
            className="choice"
            aria-pressed={value === text || (value === '' && text === usual)}
            onClick={() => onChange(text === usual ? '' : text)}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  )
}
