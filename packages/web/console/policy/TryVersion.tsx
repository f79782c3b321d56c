/** A version tried on what was sent in the last days: how many it would have stopped, which, and by what. */

import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Select, Table, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { Moment, Money } from '../parts/Said.tsx'
import { Failure } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import type { Content, Policy, Trial } from './policy-data.ts'
import { whereText } from './say-difference.ts'

const spans = [7, 30, 90] as const

export function TryVersion({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const [days, setDays] = useState<number>(30)
  const trial = useMutation({
    mutationFn: () =>
      service().tryPolicy({ path: { id: organisation.id, policyId: policy.id ?? '' }, body: { days } }),
  })
  return (
    <>
      <div className="filters">
        <Select
          aria-label={t('deskPolicy.time')}
          value={days}
          onChange={setDays}
          options={spans.map((count) => ({
            value: count as number,
            label: t('deskPolicy.tryDays', { count }),
          }))}
        />
        <Button loading={trial.isPending} onClick={() => trial.mutate()}>
          {t('deskPolicy.tryWith')}
        </Button>
      </div>
      {trial.isError && <Failure error={trial.error} />}
      <div role="status" className="wide">
        {trial.data && <Tried trial={trial.data} content={policy.content} />}
      </div>
    </>
  )
}

type Stopped = Trial['sends'][number]

/** What stopped a send: a rule or a chain in its own words, anything else by what it is called. */
function useCause(content: Content): (at: string) => string {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  return (at) => {
    const [part, ...id] = at.split('.')
    const named = part === 'rules' ? content.rules : part === 'chains' ? content.chains : []
    const says = named.find((one) => one.id === id.join('.'))?.says[languageNow()]
    return says || whereText(at, { t, nameOf })
  }
}

/** Narrow screens have the moment, the outcome and its causes under the sender. */
function useColumns(content: Content): TableColumnsType<Stopped> {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const causeOf = useCause(content)
  return [
    {
      title: t('deskPolicy.time'),
      key: 'at',
      width: 124,
      responsive: ['md'],
      render: (_, { at }) => <Moment at={at} />,
    },
    {
      title: t('deskPolicy.sender'),
      key: 'sender',
      render: (_, { payerId, at, outcome, by }) => (
        <>
          {nameOf(payerId)}
          <span className="narrow-state second">
            <Moment at={at} /> · {t(`deskPolicy.outcomes.${outcome}`)}
            <Causes says={by.map(causeOf)} />
          </span>
        </>
      ),
    },
    {
      title: t('deskPolicy.amount'),
      key: 'amount',
      align: 'end',
      width: 112,
      render: (_, { amount }) => <Money fen={amount} />,
    },
    {
      title: t('deskPolicy.outcome'),
      key: 'outcome',
      width: 76,
      responsive: ['md'],
      render: (_, { outcome }) => t(`deskPolicy.outcomes.${outcome}`),
    },
    {
      title: t('deskPolicy.by'),
      key: 'by',
      width: 196,
      responsive: ['md'],
      render: (_, { by }) => <Causes says={by.map(causeOf)} />,
    },
  ]
}

function Tried({ trial, content }: { trial: Trial; content: Content }): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns(content)
  const { tried, stopped, sends } = trial
  if (tried === 0) return <Alert type="info" showIcon title={t('deskPolicy.triedNothing')} />
  return (
    <>
      <p className="tried">{t('deskPolicy.tried', { tried, stopped })}</p>
      {stopped > 0 && (
        <Table<Stopped>
          rowKey="sendId"
          columns={columns}
          dataSource={sends}
          tableLayout="fixed"
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </>
  )
}

function Causes({ says }: { says: readonly string[] }): ReactElement {
  return (
    <ul>
      {says.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}
