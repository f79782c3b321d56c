/** What was sent, in a table: whom it was for, how it stands, what came back. */

import { Button, Table, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/StateChip.tsx'
import { setQuery } from '../address.ts'
import { Moment, Money, PersonName } from '../parts/Said.tsx'
import { Nothing } from '../parts/States.tsx'
import { useDescription } from '../parts/to-whom.ts'
import { searchFields } from './search.ts'
import { describedOf, nameIn, type Send } from './sends-data.ts'

interface SendsTableProps {
  items: readonly Send[]
  openId: string | undefined
  isSearched: boolean
  /** What is shown is of the search before. */
  busy: boolean
}

function useColumns(): TableColumnsType<Send> {
  const { t } = useTranslation()
  const says = useDescription()
  const what = (one: Send) => says.what(describedOf(one), (id) => nameIn(one, id))
  return [
    {
      title: t('deskSends.sender'),
      key: 'sender',
      render: (_, one) => (
        <>
          <button type="button" className="row-link">
            <PersonName {...one.sender} />
          </button>
          <span className="send-what narrow-only second">{what(one)}</span>
          <span className="narrow-state">
            <StateChip state={one.state} />
          </span>
        </>
      ),
    },
    {
      title: t('deskSends.what'),
      key: 'what',
      responsive: ['md'],
      render: (_, one) => <span className="send-what">{what(one)}</span>,
    },
    {
      title: t('deskSends.amount'),
      key: 'amount',
      align: 'end',
      width: 112,
      render: (_, { amount }) => <Money fen={amount} />,
    },
    {
      title: t('deskSends.state'),
      key: 'state',
      width: 116,
      responsive: ['md'],
      render: (_, { state }) => <StateChip state={state} />,
    },
    {
      title: t('deskSends.back'),
      key: 'back',
      align: 'end',
      width: 112,
      responsive: ['lg'],
      render: (_, { returned }) => (returned > 0 ? <Money fen={returned} /> : null),
    },
    {
      title: t('deskSends.sentAt'),
      key: 'sentAt',
      width: 150,
      responsive: ['sm'],
      render: (_, { sentAt }) => <Moment at={sentAt} />,
    },
  ]
}

export function SendsTable({ items, openId, isSearched, busy }: SendsTableProps): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const clear = () => setQuery(Object.fromEntries(searchFields.map((field) => [field, undefined])))
  return (
    <Table<Send>
      rowKey="id"
      columns={columns}
      dataSource={items}
      tableLayout="fixed"
      loading={busy}
      pagination={false}
      onRow={({ id }) => ({ onClick: () => setQuery({ id }, 'push') })}
      rowClassName={({ id }) => (id === openId ? 'row is-open' : 'row')}
      locale={{
        emptyText: (
          <Nothing text={t(isSearched ? 'deskSends.nothingFound' : 'deskSends.nothing')}>
            {isSearched && <Button onClick={clear}>{t('deskSends.filter.clear')}</Button>}
          </Nothing>
        ),
      }}
    />
  )
}
