/** What the organisation sent: searched, gone through by keyboard, each with its whole story and what can be taken back. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useListKeys } from '../parts/keys.ts'
import { Read } from '../parts/States.tsx'
import { SendDrawer } from './SendDrawer.tsx'
import { SendFilters } from './SendFilters.tsx'
import { SendsTable } from './SendsTable.tsx'
import { searchOf } from './search.ts'
import { sendsQuery } from './sends-data.ts'

export function SendsPage(): ReactElement {
  const { t } = useTranslation()
  const { has } = useAtDesk()
  const seesAll = has('administrator') || has('auditor')
  return (
    <>
      <header className="page-head">
        <h1>{t('deskSends.title')}</h1>
        <p className="second keys">{t('deskSends.keys')}</p>
      </header>
      {!seesAll && <p className="second">{t('deskSends.ownOnly')}</p>}
      <SendFilters seesAll={seesAll} />
      <Found />
    </>
  )
}

function Found(): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const { query } = useAddress()
  const openId = query['id']
  const sends = useInfiniteQuery(sendsQuery(organisation.id, query))
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = sends
  const items = sends.data?.pages.flatMap((page) => page.items)
  // The service looks so far for one answer; where that found nothing the desk lets it go on.
  const goesOn = hasNextPage && sends.data?.pages.at(-1)?.items.length === 0
  useEffect(() => {
    if (goesOn && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [goesOn, isFetchingNextPage, isError, fetchNextPage])
  useListKeys(items?.map(({ id }) => id) ?? [], openId)
  const isSearched = Object.keys(searchOf(query)).length > 0
  return (
    <>
      <Read query={{ ...sends, data: items }}>
        {(found) =>
          goesOn && found.length === 0 ? (
            <p role="status">{t('deskSends.looking')}</p>
          ) : (
            <SendsTable
              items={found}
              openId={openId}
              isSearched={isSearched}
              busy={sends.isPlaceholderData}
            />
          )
        }
      </Read>
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('deskSends.more')}
          </Button>
        </div>
      )}
      {openId && <SendDrawer key={openId} sendId={openId} />}
    </>
  )
}
