/** What one is asked to give back, and what one has asked back; newest first. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { InstalmentsList } from '../instalments/InstalmentsList.tsx'
import { keep, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { RequestRow } from './RequestRow.tsx'
import { listQuery, type Side } from './returns-data.ts'
import './returns.css'

const sideName = ofSeat('returns.side')

type Shown = Side | 'instalments'
const shownOf = (kept: unknown): Shown => (kept === 'made' || kept === 'instalments' ? kept : 'received')

export function ReturnsPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/wallet')
  const [side, setSide] = useState<Shown>(() => shownOf(recall(sideName)))
  const choose = (next: Shown) => {
    keep(sideName, next)
    setSide(next)
  }
  return (
    <Page title={t('returns.title')} onBack={back} className="returns">
      <div className="cells">
        <Choices
          label={t('returns.title')}
          value={side}
          onChange={choose}
          options={[
            { value: 'received', label: t('returns.list.sides.received') },
            { value: 'made', label: t('returns.list.sides.made') },
            { value: 'instalments', label: t('instalments.list.side') },
          ]}
        />
      </div>
      {side === 'instalments' ? <InstalmentsList /> : <List key={side} side={side} />}
    </Page>
  )
}

function List({ side }: { side: Side }): ReactElement {
  const { t } = useTranslation()
  const list = useInfiniteQuery(listQuery(side))
  const requests = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isPending) return <Skeleton height={76} count={4} />
  if (list.isError && requests.length === 0)
    return <Failed onRetry={() => void list.refetch()}>{failureText(list.error)}</Failed>
  if (requests.length === 0)
    return (
      <Empty icon="recall" title={t(side === 'made' ? 'returns.list.noneMade' : 'returns.list.noneReceived')}>
        <p>{t(side === 'made' ? 'returns.list.noneMadeText' : 'returns.list.noneReceivedText')}</p>
      </Empty>
    )
  return (
    <>
      <ul className="cells">
        {requests.map((request) => (
          <li key={request.id}>
            <RequestRow request={request} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.loadMore')}
        </Button>
      )}
    </>
  )
}
