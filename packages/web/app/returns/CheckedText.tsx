/** A text to edit, with what would hurt and what is still to be filled in marked where it stands. */

import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { checkText } from '@laisee/core/advisor/texts/check-text.ts'
import { blanksOf } from '@laisee/core/advisor/texts/text-facts.ts'
import { wrongInText } from '@laisee/core/return-text.ts'
import { findingWords } from '@laisee/core/words/advisor/finding-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { marked } from '../advisor/marked.ts'
import { languageNow } from '../words/i18n.ts'

interface CheckedTextProps {
  label: string
  note?: string | undefined
  value: string
  lengthMax: number
  onChange: (text: string) => void
  /** Said where nothing is wrong; nothing for a text that may be left out. */
  fine?: string
  disabled?: boolean
}

export function CheckedText(props: CheckedTextProps): ReactElement {
  const { label, note, value, lengthMax, onChange, fine, disabled = false } = props
  const id = useId()
  const stops = wrongInText(value)
  const isStopped = stops.findings.length > 0 || stops.blanks.length > 0
  return (
    <div className="checked-text">
      <label htmlFor={id}>{label}</label>
      {note !== undefined && <p className="checked-note">{note}</p>}
      <div className="checked-field">
        <Marks text={value} />
        <textarea
          id={id}
          dir="auto"
          rows={3}
          maxLength={lengthMax}
          value={value}
          disabled={disabled}
          aria-invalid={isStopped}
          aria-describedby={`${id}-says`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-says`} role="status">
        <Says text={value} fine={fine} />
      </div>
    </div>
  )
}

/** The same text behind the field, its marks showing through; the field says the words. */
function Marks({ text }: { text: string }): ReactElement {
  const places = blanksOf(text).flatMap((blank) =>
    [...text.matchAll(new RegExp(blank.replaceAll(/[[\]]/g, '\\$&'), 'g'))].map(({ index }) => ({
      start: index,
      end: index + blank.length,
      kind: 'blank',
    })),
  )
  const stops = new Set(wrongInText(text).findings.map(({ start, kind }) => `${start} ${kind}`))
  const findings = checkText(text).map(({ start, end, kind }) => ({
    ...{ start, end },
    kind: stops.has(`${start} ${kind}`) ? 'stop' : 'think',
  }))
  return (
    <div className="checked-marks" aria-hidden="true" dir="auto">
      {marked(text, [...findings, ...places]).map((part) =>
        part.kind === null ? (
          <span key={part.start}>{part.text}</span>
        ) : (
          <mark key={part.start} data-kind={part.kind}>
            {part.text}
          </mark>
        ),
      )}
      {'\u200b'}
    </div>
  )
}

function Says({ text, fine }: { text: string; fine: string | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const { findings: stops, blanks } = wrongInText(text)
  const findings = checkText(text)
  if (findings.length === 0 && blanks.length === 0)
    return fine === undefined || text.trim() === '' ? null : (
      <p className="checked-fine">
        <Icon name="check" size={16} />
        {fine}
      </p>
    )
  return (
    <>
      {blanks.length > 0 && (
        <p className="notice" data-tone="hold">
          {t('returns.ask.blanks', { blanks: blanks.join(' ') })}
        </p>
      )}
      {findings.length > 0 && (
        <div className="notice checked-findings" data-tone={stops.length > 0 ? 'warn' : 'hold'}>
          <div>
            <strong>{t(stops.length > 0 ? 'returns.ask.stops' : 'returns.ask.thinkOver')}</strong>
            <ul>
              {findings.map(({ start, end, kind }) => (
                <li key={`${start} ${kind}`}>
                  <q>{text.slice(start, end)}</q> {findingWords[languageNow()][kind]}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  )
}
