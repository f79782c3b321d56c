/** The search among what was sent. It stands in the address: going back and loading anew keep it. */

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { sendKinds, sendStates } from '@laisee/core/sends-on-behalf.ts'
import { setQuery, useAddress } from '../address.ts'
import { useTyped } from '../parts/typed.ts'
import { peopleQuery, useAtDesk } from '../data/organisation-data.ts'
import { fenOf, searchFields, type SearchField } from './search.ts'

export function SendFilters({ seesAll }: { seesAll: boolean }): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const isFiltered = searchFields.some((field) => query[field])
  const clear = () => setQuery(Object.fromEntries(searchFields.map((field) => [field, undefined])))
  return (
    <div className="filters" role="search" aria-label={t('deskSends.title')}>
      <Typed field="q" label={t('deskSends.search')} wide />
      <Chosen
        field="state"
        label={t('deskSends.filter.state')}
        every={t('deskSends.filter.everyState')}
        options={sendStates.map((value) => ({ value, label: t(`common.states.${value}`) }))}
      />
      <Chosen
        field="kind"
        label={t('deskSends.filter.kind')}
        every={t('deskSends.filter.everyKind')}
        options={sendKinds.map((value) => ({ value, label: t(`deskSends.kinds.${value}`) }))}
      />
      {seesAll && <Senders />}
      <Day field="from" label={t('deskSends.filter.from')} />
      <Day field="until" label={t('deskSends.filter.until')} />
      <Typed field="min" label={t('deskSends.filter.min')} isSum />
      <Typed field="max" label={t('deskSends.filter.max')} isSum />
      {isFiltered && <Button onClick={clear}>{t('deskSends.filter.clear')}</Button>}
    </div>
  )
}

interface ChosenProps {
  field: SearchField
  label: string
  every: string
  options: { value: string; label: string }[]
}

function Chosen({ field, label, every, options }: ChosenProps): ReactElement {
  const { query } = useAddress()
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={query[field] ?? ''}
      onChange={(value: string) => setQuery({ [field]: value })}
      options={[{ value: '', label: every }, ...options]}
    />
  )
}

function Senders(): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id)).data ?? []
  return (
    <Chosen
      field="sender"
      label={t('deskSends.filter.sender')}
      every={t('deskSends.filter.everySender')}
      options={people.map(({ member }) => ({ value: member.id, label: member.name }))}
    />
  )
}

function Day({ field, label }: { field: SearchField; label: string }): ReactElement {
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

interface TypedProps {
  field: SearchField
  label: string
  wide?: boolean
  isSum?: boolean
}

function Typed({ field, label, wide = false, isSum = false }: TypedProps): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useTyped(field)
  const isWrong = isSum && typed.trim() !== '' && fenOf(typed) === undefined
  return (
    <Input
      allowClear
      className={wide ? 'filter-wide' : 'filter-sum'}
      value={typed}
      placeholder={label}
      aria-label={isWrong ? `${label} · ${t('deskSends.filter.wrongAmount')}` : label}
      aria-invalid={isWrong}
      title={isWrong ? t('deskSends.filter.wrongAmount') : undefined}
      {...(isSum && { inputMode: 'decimal' as const })}
      {...(isWrong && { status: 'error' as const })}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
