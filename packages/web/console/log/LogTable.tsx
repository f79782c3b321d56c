/** Entries of the log as rows. */

import { Button, Table, Tag, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { eventKindName } from '@laisee/core/words/event-kinds.ts'
import { setQuery } from '../address.ts'
import { Moment } from '../parts/Said.tsx'
import { Nothing } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { Changes } from './Changes.tsx'
import type { Entry } from './log-data.ts'
import { logFields } from './log-search.ts'

interface LogTableProps {
  items: readonly Entry[]
  openId: string | undefined
  isSearched: boolean
  busy: boolean
}

/** Whom an id of an entry means, by name where there is one. */
export function nameOf({ names }: Entry, id: string): string {
  const name = names[id]
  return typeof name === 'string' ? name : id
}

/** What this computer made of an entry's receipt. */
export function Proof({ entry: { proof } }: { entry: Entry }): ReactElement {
  const { t } = useTranslation()
  const color = proof === 'ok' ? 'success' : proof === 'forgotten' ? 'default' : 'error'
  return <Tag color={color}>{t(`deskLog.proof.${proof}`)}</Tag>
}

function useColumns(): TableColumnsType<Entry> {
  const { t } = useTranslation()
  return [
    {
      title: t('deskLog.columns.index'),
      key: 'index',
      width: 76,
      render: (_, { index }) => (
        <button type="button" className="row-link" aria-label={t('deskLog.details', { index })}>
          {index}
        </button>
      ),
    },
    {
      title: t('deskLog.columns.at'),
      key: 'at',
      width: 150,
      responsive: ['sm'],
      render: (_, { at }) => <Moment at={at} />,
    },
    {
      title: t('deskLog.columns.kind'),
      key: 'kind',
      render: (_, { kind, at }) => (
        <>
          <span className="log-kind">{eventKindName(kind, languageNow())}</span>
          <code className="log-code second">{kind}</code>
          <span className="narrow-only second">
            <Moment at={at} />
          </span>
        </>
      ),
    },
    {
      title: t('deskLog.columns.actor'),
      key: 'actor',
      responsive: ['sm'],
      render: (_, entry) => (
        <span className="log-id">{entry.actor === null ? '' : nameOf(entry, entry.actor)}</span>
      ),
    },
    {
      title: t('deskLog.columns.changes'),
      key: 'changes',
      responsive: ['lg'],
      render: (_, { changes }) => <Changes changes={changes} most={2} />,
    },
    {
      title: t('deskLog.columns.source'),
      key: 'source',
      responsive: ['md'],
      render: (_, entry) => <span className="log-id">{nameOf(entry, entry.sourceId)}</span>,
    },
    {
      title: t('deskLog.columns.proof'),
      key: 'proof',
      width: 110,
      render: (_, entry) => <Proof entry={entry} />,
    },
  ]
}

export function LogTable({ items, openId, isSearched, busy }: LogTableProps): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const clear = () => setQuery(Object.fromEntries(logFields.map((field) => [field, undefined])))
  return (
    <Table<Entry>
      rowKey="index"
      columns={columns}
      dataSource={items}
      tableLayout="fixed"
      loading={busy}
      pagination={false}
      onRow={({ index }) => ({ onClick: () => setQuery({ id: String(index) }, 'push') })}
      rowClassName={({ index }) => (String(index) === openId ? 'row is-open' : 'row')}
      locale={{
        emptyText: (
          <Nothing text={t(isSearched ? 'deskLog.nothingFound' : 'deskLog.nothing')}>
            {isSearched && <Button onClick={clear}>{t('deskLog.filter.clear')}</Button>}
          </Nothing>
        ),
      }}
    />
  )
}
