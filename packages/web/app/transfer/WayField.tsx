/** All at once, a little first, or in parts: a quiet choice, with what it comes to under it. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import { Row } from '../send/Row.tsx'
import { SplitFields, type WayFieldProps } from './SplitFields.tsx'
import { usualWithins, waysFor } from './ways.ts'
import './ways.css'

export function WayField(props: WayFieldProps): ReactElement {
  const { draft, edit, reading } = props
  const { t } = useTranslation()
  return (
    <div className="cells">
      <p className="choices-title">{t('ladder.way.label')}</p>
      <Choices
        label={t('ladder.way.label')}
        value={reading.way}
        onChange={(way) => edit({ way: way === 'once' ? '' : way })}
        options={waysFor(draft).map((value) => ({ value, label: t(`ladder.way.${value}`) }))}
      />
      {reading.way === 'ladder' && <LadderFields {...props} />}
      {reading.way === 'split' && <SplitFields {...props} />}
    </div>
  )
}

const withinLabels = { '3600': 'hour', '86400': 'day', '604800': 'week' } as const

function LadderFields({ draft, edit, reading, amount, problemAt }: WayFieldProps): ReactElement {
  const { t } = useTranslation()
  const { ladder } = reading
  const says =
    ladder && amount !== undefined
      ? t('ladder.firstNote', { first: ladder.first, rest: amount - ladder.first })
      : undefined
  return (
    <>
      <Row label={t('ladder.first')} problem={problemAt('first')} note={says}>
        {(aria) => (
          <input
            {...aria}
            dir="ltr"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={draft.first}
            onChange={(event) => edit({ first: event.target.value })}
          />
        )}
      </Row>
      <p className="choices-title">{t('ladder.within.label')}</p>
      <Choices
        label={t('ladder.within.label')}
        value={draft.within}
        onChange={(within) => edit({ within })}
        options={usualWithins.map((value) => ({
          value,
          label: t(`ladder.within.${withinLabels[value]}`),
        }))}
      />
      <p className="field-note">{t('ladder.within.note')}</p>
    </>
  )
}
