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
import type { Policy, Trial } from './policy-data.ts'

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
        {trial.data && <Tried trial={trial.data} />}
      </div>
    </>
  )
}

type Stopped = Trial['sends'][number]

function Tried({ trial }: { trial: Trial }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const { tried, stopped, sends } = trial
  if (tried === 0) return <Alert type="info" showIcon title={t('deskPolicy.triedNothing')} />
  const columns: TableColumnsType<Stopped> = [
    { title: t('deskPolicy.time'), key: 'at', width: 140, render: (_, { at }) => <Moment at={at} /> },
    { title: t('deskPolicy.sender'), key: 'sender', render: (_, { payerId }) => nameOf(payerId) },
    {
      title: t('deskPolicy.amount'),
      key: 'amount',
      align: 'end',
      width: 130,
      render: (_, { amount }) => <Money fen={amount} />,
    },
    {
      title: t('deskPolicy.outcome'),
      key: 'outcome',
      width: 90,
      render: (_, { outcome }) => t(`deskPolicy.outcomes.${outcome}`),
    },
    { title: t('deskPolicy.by'), key: 'by', render: (_, { by }) => <code>{by.join(', ')}</code> },
  ]
  return (
    <>
      <p className="tried">{t('deskPolicy.tried', { tried, stopped })}</p>
      {stopped > 0 && (
        <Table<Stopped>
          rowKey="sendId"
          columns={columns}
          dataSource={sends}
          scroll={{ x: 560 }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </>
  )
}
