/** What waits for one's word, soonest to run out first; and what one waits for oneself. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { PersonFace } from '../people/PersonFace.tsx'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { sentQuery, waitingQuery, type Approval } from './approvals-data.ts'
import { TimeLeft } from './TimeLeft.tsx'
import { useSays } from './use-says.ts'
import './approvals.css'

type Box = 'waiting' | 'sent'

export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/inbox')
  const [box, setBox] = useState<Box>('waiting')
  return (
    <Page title={t('approvals.title')} onBack={back} className="approvals">
      <div className="cells">
        <Choices
          label={t('approvals.title')}
          value={box}
          onChange={setBox}
          options={[
            { value: 'waiting', label: t('approvals.boxes.waiting') },
            { value: 'sent', label: t('approvals.boxes.sent') },
          ]}
        />
      </div>
      {box === 'waiting' ? <Waiting /> : <Sent />}
    </Page>
  )
}

function Waiting(): ReactElement {
  const { t } = useTranslation()
  const waiting = useQuery(waitingQuery)
  if (waiting.data) return <List items={waiting.data} empty={t('approvals.noneWaiting')} />
  if (waiting.isError)
    return <Failed onRetry={() => void waiting.refetch()}>{failureText(waiting.error)}</Failed>
  return <Skeleton height={140} count={3} />
}

function Sent(): ReactElement {
  const { t } = useTranslation()
  const sent = useInfiniteQuery(sentQuery)
  if (sent.data)
    return (
      <>
        <List items={sent.data.pages.flatMap(({ items }) => items)} empty={t('approvals.noneSent')} />
        {sent.hasNextPage && (
          <Button wide busy={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>
            {t('common.loadMore')}
          </Button>
        )}
      </>
    )
  if (sent.isError) return <Failed onRetry={() => void sent.refetch()}>{failureText(sent.error)}</Failed>
  return <Skeleton height={140} count={3} />
}

function List({ items, empty }: { items: readonly Approval[]; empty: string }): ReactElement {
  const { t } = useTranslation()
  if (items.length === 0)
    return (
      <Empty icon="checkAll" title={empty}>
        <p>{t('approvals.noneText')}</p>
      </Empty>
    )
  return (
    <ul className="approval-list">
      {items.map((approval) => (
        <li key={approval.sendId}>
          <Row approval={approval} />
        </li>
      ))}
    </ul>
  )
}

function Row({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const { sendId, sender, send, risk, outcome, approveBy } = approval
  return (
    <Link to="/approvals/$sendId" params={{ sendId }} className="cells approval-row">
      <span className="approval-row-head">
        <PersonFace {...sender} size={40} />
        <span className="approval-row-who">
          <span className="one-line">{says.nameOf(sender.id)}</span>
          <span className="approval-second" dir="auto">
            {says.place()}
          </span>
        </span>
        <Amount fen={send.amount} />
      </span>
      <span className="approval-row-what" dir="auto">
        {[says.kind, says.shares, says.to()].filter(Boolean).join(' · ')}
      </span>
      <span className="approval-chips">
        {outcome === null ? (
          <TimeLeft until={approveBy} />
        ) : (
          <span className="chip" data-tone="paused">
            {says.state}
          </span>
        )}
        {(risk?.reasons.length ?? 0) > 0 && (
          <span className="chip" data-tone="waiting">
            <Icon name="warn" size={14} />
            {t('approvals.risk')}
          </span>
        )}
      </span>
    </Link>
  )
}
