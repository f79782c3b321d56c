/** Disputes as rows: what is urgent first, readable in three seconds each. */

import { Table, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { Moment, Money, TimeLeft } from '../parts/Said.tsx'
import { Nothing } from '../parts/States.tsx'
import { DisputeChip, Urgency } from './DisputeChip.tsx'
import { nameBy, type Box, type Dispute, type Names } from './disputes-data.ts'

interface DisputesTableProps {
  items: readonly Dispute[]
  names: Names
  box: Box
  /** What is shown is of the box before. */
  busy: boolean
}

function useColumns(names: Names, box: Box): TableColumnsType<Dispute> {
  const { t } = useTranslation()
  const name = (id: string) => nameBy(names, id)
  return [
    {
      title: t('deskCases.columns.sides'),
      key: 'sides',
      render: (_, { openerId, otherId }) => {
        const says = t('deskCases.versus', { opener: name(openerId), other: name(otherId) })
        return (
          <button type="button" className="row-link" title={says}>
            <span className="two-lines">{says}</span>
          </button>
        )
      },
    },
    {
      title: t('deskCases.columns.cause'),
      key: 'cause',
      responsive: ['sm'],
      render: (_, one) => (
        <span className="tags">
          {t(`deskCases.causes.${one.cause}`)} <Urgency dispute={one} />
        </span>
      ),
    },
    {
      title: t('deskCases.columns.amount'),
      key: 'amount',
      align: 'end',
      width: 120,
      render: (_, { amount }) => <Money fen={amount} />,
    },
    {
      title: t('deskCases.columns.state'),
      key: 'state',
      width: 130,
      render: (_, { state }) => <DisputeChip state={state} />,
    },
    {
      title: t('deskCases.columns.agent'),
      key: 'agent',
      width: 120,
      responsive: ['xl'],
      render: (_, { agentId }) => (
        <span className={agentId === null ? 'second' : ''}>
          {agentId === null ? t('deskCases.nobody') : name(agentId)}
        </span>
      ),
    },
    {
      title: t(box === 'closed' ? 'deskCases.columns.opened' : 'deskCases.columns.left'),
      key: 'left',
      width: 140,
      render: (_, { dueAt, openedAt }) =>
        dueAt === null ? <Moment at={openedAt} /> : <TimeLeft until={dueAt} />,
    },
  ]
}

export function DisputesTable({ items, names, box, busy }: DisputesTableProps): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns(names, box)
  return (
    <Table<Dispute>
      rowKey="id"
      columns={columns}
      dataSource={items}
      scroll={{ x: 680 }}
      tableLayout="fixed"
      loading={busy}
      pagination={false}
      onRow={({ id }) => ({ onClick: () => setQuery({ id }, 'push') })}
      rowClassName="row"
      locale={{ emptyText: <Nothing text={t(`deskCases.none.${box}`)} /> }}
    />
  )
}
