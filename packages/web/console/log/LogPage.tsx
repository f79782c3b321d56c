/** The log, for the auditors of the service's own house: searched, each row checked here, taken along as a file. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesAsLines, entriesAsTable } from '@laisee/core/log/export-entries.ts'
import { saveFile } from '../../app/advisor/save-file.ts'
import { useAddress } from '../address.ts'
import { useListKeys } from '../parts/keys.ts'
import { Read } from '../parts/States.tsx'
import { failureText } from '../words.ts'
import { entriesQuery, exportedMax, headQuery, readForExport } from './log-data.ts'
import { LogDrawer } from './LogDrawer.tsx'
import { LogFilters } from './LogFilters.tsx'
import { LogTable } from './LogTable.tsx'
import { logSearchOf } from './log-search.ts'

export function LogPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <header className="page-head">
        <h1>{t('deskLog.title')}</h1>
        <p className="second keys">{t('deskLog.keys')}</p>
      </header>
      <p className="second">{t('deskLog.intro')}</p>
      <Head />
      <LogFilters />
      <Found />
    </>
  )
}

/** Whether the log goes on from what this computer has seen of it. */
function Head(): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useQuery(headQuery)
  if (!data) return null
  const isGood = data.watch === 'first' || data.watch === 'goes_on'
  return (
    <Alert
      type={isGood ? 'success' : 'error'}
      showIcon
      title={t(`deskLog.log.${data.watch}`, { size: data.size })}
    />
  )
}

function Found(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const openId = query['id']
  const entries = useInfiniteQuery(entriesQuery(query))
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = entries
  const items = entries.data?.pages.flatMap((page) => page.items)
  useListKeys(items?.map(({ index }) => String(index)) ?? [], openId)
  const open = items?.find(({ index }) => String(index) === openId)
  return (
    <>
      <Exports />
      <Read query={{ ...entries, data: items }}>
        {(found) => (
          <LogTable
            items={found}
            openId={openId}
            isSearched={Object.keys(logSearchOf(query)).length > 0}
            busy={entries.isPlaceholderData}
          />
        )}
      </Read>
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('deskLog.more')}
          </Button>
        </div>
      )}
      {open && <LogDrawer key={open.index} entry={open} />}
    </>
  )
}

const ways = {
  table: { write: entriesAsTable, type: 'text/csv;charset=utf-8', name: 'laisee-log.csv' },
  lines: { write: entriesAsLines, type: 'application/jsonl;charset=utf-8', name: 'laisee-log.jsonl' },
} as const

/** What is searched for, as a file. */
function Exports(): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { query } = useAddress()
  const [count, setCount] = useState<number>()
  async function save(way: keyof typeof ways): Promise<void> {
    setCount(0)
    try {
      const found = await readForExport(query, setCount)
      const { write, type, name } = ways[way]
      saveFile([write(found)], type, name)
      const said = found.length < exportedMax ? 'exported' : 'exportedMax'
      void message.success(t(`deskLog.${said}`, { count: found.length }))
    } catch (error) {
      void message.error(failureText(error))
    }
    setCount(undefined)
  }
  return (
    <div className="log-exports">
      <Button disabled={count !== undefined} onClick={() => void save('table')}>
        {t('deskLog.exportTable')}
      </Button>
      <Button disabled={count !== undefined} onClick={() => void save('lines')}>
        {t('deskLog.exportLines')}
      </Button>
      {count !== undefined && <span role="status">{t('deskLog.exporting', { count })}</span>}
    </div>
  )
}
