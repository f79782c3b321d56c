/** Freezes as rows: whose money, what of it, on what, and for how much longer. */

import { Button, Table, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { Moment, Money, PersonName, TimeLeft } from '../parts/Said.tsx'
import { Nothing } from '../parts/States.tsx'
import { FreezeChip } from './FreezeChip.tsx'
import { nameIn, type Freeze, type FreezeSearch } from './freezes-data.ts'

interface FreezesTableProps {
  items: readonly Freeze[]
  openId: string | undefined
  search: FreezeSearch
  /** What is shown is of the search before. */
  busy: boolean
}

function useColumns(): TableColumnsType<Freeze> {
  const { t } = useTranslation()
  return [
    {
      title: t('deskFreezes.columns.owner'),
      key: 'owner',
      render: (_, one) => (
        <button type="button" className="row-link">
          <PersonName id={one.ownerId} name={nameIn(one, one.ownerId)} />
        </button>
      ),
    },
    {
      title: t('deskFreezes.columns.what'),
      key: 'what',
      width: 110,
      render: (_, { kind }) => t(`deskFreezes.kinds.${kind}`),
    },
    {
      title: t('deskFreezes.columns.amount'),
      key: 'amount',
      align: 'end',
      width: 116,
      render: (_, { amount }) => amount !== null && <Money fen={amount} />,
    },
    {
      title: t('deskFreezes.columns.basis'),
      key: 'basis',
      responsive: ['md'],
      render: (_, { basis, reference }) => (
        <span className="tags">
          {t(`deskFreezes.bases.${basis}`)}
          {reference !== null && <span className="second one-line">{reference}</span>}
        </span>
      ),
    },
    {
      title: t('deskFreezes.columns.state'),
      key: 'state',
      width: 116,
      render: (_, one) => <FreezeChip freeze={one} />,
    },
    {
      title: t('deskFreezes.columns.left'),
      key: 'left',
      width: 140,
      responsive: ['sm'],
      render: (_, { until, releasedAt }) =>
        releasedAt === null ? <TimeLeft until={until} /> : <Moment at={releasedAt} />,
    },
  ]
}

export function FreezesTable({ items, openId, search, busy }: FreezesTableProps): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const isFiltered = search.kind !== undefined || search.basis !== undefined
  return (
    <Table<Freeze>
      rowKey="id"
      columns={columns}
      dataSource={items}
      scroll={{ x: 680 }}
      tableLayout="fixed"
      loading={busy}
      pagination={false}
      onRow={({ id }) => ({ onClick: () => setQuery({ id }, 'push') })}
      rowClassName={({ id }) => (id === openId ? 'row is-open' : 'row')}
      locale={{
        emptyText: (
          <Nothing text={t(isFiltered ? 'deskFreezes.nothingFound' : `deskFreezes.none.${search.state}`)}>
            {isFiltered && (
              <Button onClick={() => setQuery({ kind: undefined, basis: undefined })}>
                {t('deskFreezes.filter.clear')}
              </Button>
            )}
          </Nothing>
        ),
      }}
    />
  )
}
