/** The queue of disputes, for the service's staff, worked by keyboard; one that is opened takes the page. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery, useAddress } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useListKeys } from '../parts/keys.ts'
import { Read } from '../parts/States.tsx'
import { CasePage } from './CasePage.tsx'
import { boxes, boxOf, disputesQuery, type Box } from './disputes-data.ts'
import { DisputesTable } from './DisputesTable.tsx'

export function DisputesPage(): ReactElement {
  const { t } = useTranslation()
  const { has } = useAtDesk()
  const { query } = useAddress()
  const openId = query['id']
  // An auditor has nothing in hand.
  const first: Box = has('dispute_agent') ? 'mine' : 'all'
  const box = boxOf(query, first)
  const disputes = useInfiniteQuery(disputesQuery(box))
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = disputes
  const items = disputes.data?.pages.flatMap((page) => page.items)
  const names = Object.assign({}, ...(disputes.data?.pages.map((page) => page.names) ?? [])) as object
  useListKeys(items?.map(({ id }) => id) ?? [], openId)
  if (openId !== undefined) return <CasePage key={openId} id={openId} />
  return (
    <>
      <header className="page-head">
        <h1>{t('deskCases.title')}</h1>
        <p className="second keys">{t('deskCases.keys')}</p>
      </header>
      <div>
        <Segmented<Box>
          value={box}
          aria-label={t('deskCases.title')}
          options={boxes
            .filter((value) => value !== 'mine' || has('dispute_agent'))
            .map((value) => ({ value, label: t(`deskCases.boxes.${value}`) }))}
          onChange={(next) => setQuery({ box: next === first ? undefined : next })}
        />
      </div>
      <Read query={{ ...disputes, data: items }}>
        {(found) => (
          <DisputesTable
            items={found}
            names={names as Record<string, unknown>}
            box={box}
            busy={disputes.isPlaceholderData}
          />
        )}
      </Read>
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('deskCases.more')}
          </Button>
        </div>
      )}
    </>
  )
}
