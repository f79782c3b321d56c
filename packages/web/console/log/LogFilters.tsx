/** The search in the log. It stands in the address: going back and loading anew keep it. */

import { Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { eventKinds } from '@laisee/core/events.ts'
import { eventKindName } from '@laisee/core/words/event-kinds.ts'
import { setQuery, useAddress } from '../address.ts'
import { useTyped } from '../parts/typed.ts'
import { languageNow } from '../words.ts'
import { logFields, type LogField } from './log-search.ts'

export function LogFilters(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const isFiltered = logFields.some((field) => query[field])
  const clear = () => setQuery(Object.fromEntries(logFields.map((field) => [field, undefined])))
  return (
    <div className="filters" role="search" aria-label={t('deskLog.title')}>
      <Typed field="actor" label={t('deskLog.filter.actor')} />
      <Typed field="source" label={t('deskLog.filter.source')} />
      <Select
        aria-label={t('deskLog.filter.kind')}
        showSearch
        className="filter-kind"
        value={query['kind'] ?? ''}
        onChange={(kind: string) => setQuery({ kind })}
        options={[
          { value: '', label: t('deskLog.filter.everyKind') },
          ...eventKinds.map((kind) => ({
            value: kind as string,
            label: `${eventKindName(kind, languageNow())} ${kind}`,
          })),
        ]}
      />
      <Day field="from" label={t('deskLog.filter.from')} />
      <Day field="until" label={t('deskLog.filter.until')} />
      {isFiltered && <Button onClick={clear}>{t('deskLog.filter.clear')}</Button>}
    </div>
  )
}

function Day({ field, label }: { field: LogField; label: string }): ReactElement {
  const { query } = useAddress()
  return (
    <label className="filter-day">
      <span className="second">{label}</span>
      <Input
        type="date"
        value={query[field] ?? ''}
        onChange={(event) => setQuery({ [field]: event.target.value })}
      />
    </label>
  )
}

function Typed({ field, label }: { field: LogField; label: string }): ReactElement {
  const [typed, setTyped] = useTyped(field)
  return (
    <Input
      allowClear
      className="filter-wide"
      value={typed}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
