/** What an entry changed: each field, old → new. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from './log-data.ts'

const shownMax = 60

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
}

export function Changes({
  changes,
  most,
}: {
  changes: Entry['changes']
  most?: number
}): ReactElement | null {
  const { t } = useTranslation()
  if (changes.length === 0) return null
  return (
    <ul className="log-changes">
      {changes.slice(0, most).map(({ field, from, to }) => (
        <li key={field}>
          <span className="second">{field}</span>{' '}
          {from === undefined ? (
            <span className="second">{t('deskLog.unknownBefore')}</span>
          ) : (
            <del>{textOf(from)}</del>
          )}
          {' → '}
          <ins>{textOf(to)}</ins>
        </li>
      ))}
      {most !== undefined && changes.length > most && <li className="second">+{changes.length - most}</li>}
    </ul>
  )
}
