/** The queue of approvals: what waits for one's word, what one has sent, what one looks on at; worked by keyboard. */

import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery, useAddress } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useListKeys } from '../parts/keys.ts'
import { Read } from '../parts/States.tsx'
import { boxes, filesQuery, waitingQuery, type Approval, type Box } from './approval-data.ts'
import { ApprovalDrawer } from './ApprovalDrawer.tsx'
import { ApprovalTable } from './ApprovalTable.tsx'
import { OwnStandIn } from './StandIns.tsx'

export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const { has } = useAtDesk()
  const box = boxes.find((one) => one === query['box']) ?? 'waiting'
  return (
    <>
      <header className="page-head">
        <h1>{t('deskApprovals.title')}</h1>
        <p className="second keys">{t('deskApprovals.keys')}</p>
      </header>
      <div>
        <Segmented<Box>
          value={box}
          aria-label={t('deskApprovals.title')}
          options={boxes.map((value) => ({ value, label: t(`deskApprovals.boxes.${value}`) }))}
          onChange={(next) => setQuery({ box: next === 'waiting' ? undefined : next, id: undefined })}
        />
      </div>
      {box === 'waiting' && (has('approver') || has('administrator')) && <OwnStandIn />}
      {box === 'waiting' ? <Waiting /> : <Files key={box} box={box} />}
    </>
  )
}

function Waiting(): ReactElement {
  const { organisation } = useAtDesk()
  return <Queue query={useQuery(waitingQuery(organisation.id))} box="waiting" />
}

function Files({ box }: { box: 'sent' | 'seen' }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const files = useInfiniteQuery({
    ...filesQuery(organisation.id, box),
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  })
  return (
    <>
      <Queue query={files} box={box} />
      {files.hasNextPage && (
        <div>
          <Button loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t('deskApprovals.more')}
          </Button>
        </div>
      )}
    </>
  )
}

interface QueueProps {
  query: Pick<UseQueryResult<Approval[]>, 'data' | 'error' | 'isError'> & { refetch: () => unknown }
  box: Box
}

function Queue({ query, box }: QueueProps): ReactElement {
  const { query: address } = useAddress()
  const openId = address['id']
  useListKeys(query.data?.map(({ sendId }) => sendId) ?? [], openId)
  return (
    <>
      <Read query={query}>{(items) => <ApprovalTable items={items} box={box} openId={openId} />}</Read>
      {openId && <ApprovalDrawer key={openId} sendId={openId} />}
    </>
  )
}
