/** Proposing to give back in parts, from either side; and proposing otherwise what was proposed or agreed. */

import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { aboutQuery, previewQuery } from '../returns/returns-data.ts'
import { heldOf } from '../returns/held.ts'
import { useSource } from '../returns/use-source.ts'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { betweenQuery } from './instalments-data.ts'
import { ProposeForm } from './ProposeForm.tsx'
import '../returns/returns.css'
import './instalments.css'

export function ProposePage(): ReactElement {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/shell/instalments/new/$sourceId' })
  const { with: otherId = '' } = useSearch({ from: '/shell/instalments/new/$sourceId' })
  const back = useBack('/returns')
  const between = useQuery(betweenQuery(sourceId, otherId))
  const { left, isCreditor, error, retry } = useLeft(sourceId, otherId)
  const open = between.data?.endedAt === null ? between.data : null
  const failed = error ?? between.error
  return (
    <Page
      title={t(open ? 'instalments.form.titleCounter' : 'instalments.form.title')}
      onBack={back}
      className="returns propose"
    >
      {left !== undefined && between.data !== undefined ? (
        left > 0 ? (
          <ProposeForm {...{ sourceId, otherId, isCreditor, left, open }} />
        ) : (
          <Nothing />
        )
      ) : failed === null ? (
        <>
          <Skeleton height={96} />
          <Skeleton height={132} count={3} />
        </>
      ) : isRefusal(failed) ? (
        <Nothing>{failureText(failed)}</Nothing>
      ) : (
        <Failed onRetry={retry} />
      )}
    </Page>
  )
}

function Nothing({ children }: { children?: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <Empty icon="search" title={t('instalments.form.none')}>
      <p>{children ?? t('returnAnswer.give.noneText')}</p>
    </Empty>
  )
}

/** What the debtor still has of it: the payer is told by the service, the recipient knows it from their own share. */
function useLeft(sourceId: string, otherId: string) {
  const myId = useSession()?.memberId
  const { record, error } = useSource(sourceId)
  // Whoever stands in the place of a sender who has left an organisation sees no packet or transfer of theirs.
  const isCreditor = record ? record.payerId === myId : isRefusal(error)
  const preview = useQuery({ ...previewQuery(sourceId, otherId), enabled: isCreditor })
  const about = useQuery({ ...aboutQuery(sourceId), enabled: record !== undefined && !isCreditor })
  const mine = record && about.data && heldOf(record, about.data.at(-1)?.held)
  return {
    isCreditor,
    left: isCreditor ? preview.data?.recipients[0]?.left : mine,
    error: (isCreditor ? preview.error : error) ?? about.error,
    retry: () => void (isCreditor ? preview.refetch() : about.refetch()),
  }
}
