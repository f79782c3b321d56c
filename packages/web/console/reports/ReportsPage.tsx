/** Reports of members, for the service's staff: read by all of them, closed by dispute agents. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery, useAddress } from '../address.ts'
import { useListKeys } from '../parts/keys.ts'
import { Moment, PersonName } from '../parts/Said.tsx'
import { Nothing, Read } from '../parts/States.tsx'
import { ReportDrawer } from './ReportDrawer.tsx'
import { reportsQuery, reportStates, type Report, type ReportState } from './reports-data.ts'

export function ReportsPage(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const openId = query['id']
  const state = reportStates.find((one) => one === query['state']) ?? 'open'
  const reports = useInfiniteQuery(reportsQuery(state))
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reports
  const items = reports.data?.pages.flatMap((page) => page.items)
  const open = items?.find(({ id }) => id === openId)
  useListKeys(items?.map(({ id }) => id) ?? [], openId)
  return (
    <>
      <header className="page-head">
        <h1>{t('deskReports.title')}</h1>
        <p className="second keys">{t('deskReports.keys')}</p>
      </header>
      <p className="second">{t('deskReports.intro')}</p>
      <div>
        <Segmented<ReportState>
          value={state}
          aria-label={t('deskReports.title')}
          options={reportStates.map((value) => ({ value, label: t(`deskReports.states.${value}`) }))}
          onChange={(next) => setQuery({ state: next === 'open' ? undefined : next, id: undefined })}
        />
      </div>
      <Read query={{ ...reports, data: items }}>
        {(found) => <Rows items={found} openId={openId} state={state} busy={reports.isPlaceholderData} />}
      </Read>
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('deskReports.more')}
          </Button>
        </div>
      )}
      {open && <ReportDrawer key={open.id} report={open} />}
    </>
  )
}

function useColumns(state: ReportState): TableColumnsType<Report> {
  const { t } = useTranslation()
  return [
    {
      title: t('deskReports.columns.about'),
      key: 'about',
      render: (_, { about }) => (
        <button type="button" className="row-link">
          <PersonName {...about} />
        </button>
      ),
    },
    {
      title: t('deskReports.columns.reason'),
      key: 'reason',
      width: 180,
      render: (_, { reason }) => t(`deskReports.reasons.${reason}`),
    },
    {
      title: t('deskReports.columns.reporter'),
      key: 'reporter',
      responsive: ['md'],
      render: (_, { reporter }) => <PersonName {...reporter} />,
    },
    {
      title: t(state === 'open' ? 'deskReports.columns.dealings' : 'deskReports.columns.outcome'),
      key: 'dealings',
      width: 200,
      responsive: ['sm'],
      render: (_, { hasDealings, outcome }) =>
        outcome === null
          ? t(`deskReports.dealings.${hasDealings ? 'yes' : 'no'}`)
          : t(`deskReports.outcomes.${outcome}`),
    },
    {
      title: t('deskReports.columns.at'),
      key: 'at',
      width: 150,
      render: (_, { reportedAt }) => <Moment at={reportedAt} />,
    },
  ]
}

interface RowsProps {
  items: readonly Report[]
  openId: string | undefined
  state: ReportState
  busy: boolean
}

function Rows({ items, openId, state, busy }: RowsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Table<Report>
      rowKey="id"
      columns={useColumns(state)}
      dataSource={items}
      scroll={{ x: 620 }}
      tableLayout="fixed"
      loading={busy}
      pagination={false}
      onRow={({ id }) => ({ onClick: () => setQuery({ id }, 'push') })}
      rowClassName={({ id }) => (id === openId ? 'row is-open' : 'row')}
      locale={{ emptyText: <Nothing text={t(`deskReports.none.${state}`)} /> }}
    />
  )
}
