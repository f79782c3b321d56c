/** One dispute, for either side: how it stands and until when, what was said, what was decided, and what one may do. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePersonName } from '../data/people-names.ts'
import { CopyButton } from '../packet/CopyButton.tsx'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { Decisions } from './Decisions.tsx'
import { DisputeHead } from './DisputeHead.tsx'
import { DisputeTimeline } from './DisputeTimeline.tsx'
import { disputeQuery, type Dispute } from './disputes-data.ts'
import { OwnDocuments } from './OwnDocuments.tsx'
import { Said } from './Said.tsx'
import { SayMore } from './SayMore.tsx'
import { mayAdd, mayWithdraw } from './story.ts'
import { Withdraw } from './Withdraw.tsx'
import './cases.css'

export function DisputePage(): ReactElement {
  const { t } = useTranslation()
  const { disputeId } = useParams({ from: '/shell/disputes/$disputeId' })
  const back = useBack('/cases')
  const { data, error, isPending, refetch } = useQuery(disputeQuery(disputeId))
  return (
    <Page title={t('disputes.title')} onBack={back} className="case-page">
      {data ? (
        <Whole key={data.id} dispute={data} onDue={() => void refetch()} />
      ) : isPending ? (
        <>
          <Skeleton height={188} />
          <Skeleton height={132} count={3} />
        </>
      ) : isRefusal(error) ? (
        <Empty icon="search" title={t('disputes.lost')}>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
      )}
    </Page>
  )
}

/** A side, and what the other one is called. */
export interface SideProps {
  dispute: Dispute
  memberId: string
  other: string
}

function Whole({ dispute, onDue }: { dispute: Dispute; onDue: () => void }): ReactElement {
  const memberId = useSession()?.memberId ?? ''
  const { openerId, otherId } = dispute
  const sideId = openerId === memberId ? otherId : openerId
  const other = usePersonName(sideId)
  const parts = { dispute, memberId, other }
  return (
    <>
      <DisputeHead {...parts} sideId={sideId} onDue={onDue} />
      <Decisions {...parts} />
      <Said {...parts} />
      {mayAdd(dispute) && <SayMore {...parts} />}
      <OwnDocuments {...parts} />
      <DisputeTimeline {...parts} />
      <Ways dispute={dispute} />
      {mayWithdraw(dispute, memberId) && <Withdraw dispute={dispute} />}
    </>
  )
}

function Ways({ dispute: { id, sourceId } }: { dispute: Dispute }): ReactElement {
  const { t } = useTranslation()
  const inside = <CellInside label={t('disputes.source')} leads />
  return (
    <Cells>
      {sourceId.startsWith('pkt_') ? (
        <Link to="/packets/$packetId" params={{ packetId: sourceId }} className="cell">
          {inside}
        </Link>
      ) : (
        <Link to="/transfers/$transferId" params={{ transferId: sourceId }} className="cell">
          {inside}
        </Link>
      )}
      <Cell
        label={t('disputes.id')}
        note={<span className="case-id">{id}</span>}
        end={<CopyButton text={id} label={t('disputes.copyId')} />}
      />
    </Cells>
  )
}
