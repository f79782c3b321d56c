/** One return request: who asks whom for how much, what has happened, and what its reader may do. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePersonName } from '../data/people-names.ts'
import { service } from '../data/service.ts'
import { InstalmentsLink } from '../instalments/InstalmentsLink.tsx'
import { PersonFace } from '../people/PersonFace.tsx'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { isRefusal } from '../words/failure.ts'
import { AskedByMe } from './AskedByMe.tsx'
import { AskedOfMe, Safe } from './AskedOfMe.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestTrack } from './RequestTrack.tsx'
import { ReturnChip } from './ReturnChip.tsx'
import { requestQuery, type ReturnRequest } from './returns-data.ts'
import { saysOf } from './says.ts'
import { useDayText } from './use-day-text.ts'
import { usePress } from './use-press.ts'
import './returns.css'

export function RequestPage(): ReactElement {
  const { t } = useTranslation()
  const { requestId } = useParams({ from: '/shell/returns/$requestId' })
  const back = useBack('/returns')
  const request = useQuery(requestQuery(requestId))
  const isOffered = request.data?.kind === 'offered'
  return (
    <Page
      title={t(isOffered ? 'returnRequest.titleOffered' : 'returnRequest.title')}
      onBack={back}
      className="returns"
    >
      {request.data ? (
        <Body key={requestId} request={request.data} />
      ) : request.isPending ? (
        <>
          <Skeleton height={232} />
          <Skeleton height={128} count={2} />
        </>
      ) : isRefusal(request.error) ? (
        <Empty icon="search" title={t('common.notFoundTitle')}>
          <p>{t('common.notFoundText')}</p>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void request.refetch()} />
      )}
    </Page>
  )
}

function Body({ request }: { request: ReturnRequest }): ReactElement {
  const isMine = useSession()?.memberId === request.payer.id
  useRead(request, isMine)
  return (
    <>
      <Head request={request} isMine={isMine} />
      {!isMine && request.kind === 'asked' && request.held > 0 && <Safe request={request} />}
      {request.message !== '' && <Message request={request} isMine={isMine} />}
      {isMine && <AskedByMe request={request} />}
      <InstalmentsLink
        about={request.about}
        otherId={isMine ? request.recipient.id : request.payer.id}
        canPropose={request.held > 0}
      />
      <RequestTrack request={request} isMine={isMine} />
      <RequestFacts request={request} isMine={isMine} />
      {!isMine && <AskedOfMe request={request} />}
    </>
  )
}

/** Whoever is asked has read it by looking at it: both are told, once. */
function useRead({ id, kind, readAt }: ReturnRequest, isMine: boolean): void {
  const read = usePress(`return.${id}.read`, (_: void, idempotencyKey) =>
    service().markReturnRequestRead({ path: { id }, idempotencyKey }),
  )
  const isRead = useRef(isMine || kind === 'offered' || readAt !== null)
  const { mutate } = read
  useEffect(() => {
    if (isRead.current) return
    isRead.current = true
    mutate()
  }, [mutate])
}

function Head({ request, isMine }: { request: ReturnRequest; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const other = isMine ? request.recipient : request.payer
  const name = usePersonName(other.id, other.name)
  const { kind, state, amount, returned, left, dueOn } = request
  const who =
    kind === 'offered'
      ? t(isMine ? 'returnRequest.offeredByOther' : 'returnRequest.offeredByMe', { name })
      : t(isMine ? 'returnRequest.byMe' : 'returnRequest.byOther', { name })
  const shown = state === 'returned' ? returned : request.open ? left : amount
  const says = t(`returnRequest.says.${saysOf(request, isMine)}`, {
    ...{ day: dayText(dueOn), returned, left },
  })
  return (
    <section className="cells return-head">
      <PersonFace {...other} size={56} />
      <h2 dir="auto">{who}</h2>
      <Amount fen={shown} big />
      <p className="return-second" lang="zh-CN">
        {amountInCapitals(BigInt(shown))}
      </p>
      <div className="return-state" role="status">
        <ReturnChip state={state} isMine={isMine} />
        <p className="return-says">{says}</p>
        <WhyNot request={request} isMine={isMine} />
      </div>
    </section>
  )
}

/** The reason of a decline, and the sentence beside it. */
function WhyNot({ request, isMine }: { request: ReturnRequest; isMine: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const { rejection, note } = request
  if (rejection === null || rejection === 'NOAS') return null
  return (
    <p className="return-why" dir="auto">
      {t(`returnAnswer.decline.${isMine ? 'mine' : 'reasons'}.${rejection}`)}
      {note !== '' && <q>{note}</q>}
    </p>
  )
}

function Message({ request, isMine }: { request: ReturnRequest; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="cells return-message" aria-labelledby="return-message">
      <h2 id="return-message">{t(isMine ? 'returnRequest.wordsMine' : 'returnRequest.words')}</h2>
      <blockquote dir="auto">{request.message}</blockquote>
      {request.served && <p className="return-second">{t('returnRequest.served')}</p>}
    </section>
  )
}
