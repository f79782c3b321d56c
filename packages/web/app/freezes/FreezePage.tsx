/** One freeze of one's own money: why, on what ground, by whom, until when, what still works, and how to object. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNow } from '../data/service-time.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText, momentText, spanText } from '../words/moments.ts'
import { Appeals } from './Appeals.tsx'
import { freezeTitle } from './freeze-text.ts'
import { freezeQuery, type Freeze } from './freezes-data.ts'
import { Grounds } from './Grounds.tsx'
import { StillWorks } from './StillWorks.tsx'
import './freezes.css'

export function FreezePage(): ReactElement {
  const { t } = useTranslation()
  const { freezeId } = useParams({ from: '/shell/freezes/$freezeId' })
  const back = useBack('/cases')
  const { data, error, isPending, refetch } = useQuery(freezeQuery(freezeId))
  return (
    <Page title={t('freezes.title')} onBack={back} className="case-page">
      {data ? (
        <Whole freeze={data} onDue={() => void refetch()} />
      ) : isPending ? (
        <>
          <Skeleton height={196} />
          <Skeleton height={132} count={3} />
        </>
      ) : isRefusal(error) ? (
        <Empty icon="search" title={t('freezes.lost')}>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
      )}
    </Page>
  )
}

function Whole({ freeze, onDue }: { freeze: Freeze; onDue: () => void }): ReactElement {
  return (
    <>
      <Head freeze={freeze} onDue={onDue} />
      {freeze.releasedAt === null && <StillWorks freeze={freeze} />}
      <Grounds freeze={freeze} />
      <Appeals freeze={freeze} />
      <Ways freeze={freeze} />
    </>
  )
}

function Head({ freeze, onDue }: { freeze: Freeze; onDue: () => void }): ReactElement {
  const { t } = useTranslation()
  const { releasedAt, releaseReason, releaseNote, amount, askedAmount, shortfall, paidOut, left } = freeze
  const isOver = releasedAt !== null
  const now = useNow(60_000)
  return (
    <section className="freeze-head" data-over={isOver || undefined}>
      <Icon name={isOver ? 'check' : 'snow'} size={36} />
      <h2>{freezeTitle(t, freeze, isOver)}</h2>
      {isOver ? (
        <>
          <p>{t('freezes.endedAt', { at: momentText(t, releasedAt, languageNow(), now) })}</p>
          {releaseReason !== null && <p>{t(`freezeAppeal.released.${releaseReason}`)}</p>}
          {releaseNote !== null && <p dir="auto">{releaseNote}</p>}
        </>
      ) : (
        <Left until={freeze.until} onDue={onDue} />
      )}
      {shortfall !== null && shortfall > 0 && (
        <p className="freeze-short">
          {t('freezes.shortfall', { asked: askedAmount ?? 0, amount: amount ?? 0 })}
        </p>
      )}
      {paidOut !== null && paidOut > 0 && (
        <p className="freeze-short">{t('freezes.paidOut', { paid: paidOut, left: left ?? 0 })}</p>
      )}
    </section>
  )
}

/** Its own component, so that a tick redraws two lines. When the time is over it is read again until it has ended. */
function Left({ until, onDue }: { until: string; onDue: () => void }): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const left = Date.parse(until) - now
  const isDue = left <= 0
  useEffect(() => {
    if (!isDue) return
    const timer = setInterval(onDue, 2_000)
    return () => clearInterval(timer)
    // Once for each moment that comes.
  }, [isDue, until])
  if (isDue) return <p role="status">{t('freezes.due')}</p>
  return (
    <>
      <p className="freeze-left numbers">
        <time dateTime={until} role="timer">
          {t('freezes.left', { span: spanText(t, left) })}
        </time>
      </p>
      <p className="numbers">{t('freezes.untilText', { at: fullText(until, languageNow(), now) })}</p>
    </>
  )
}

function Ways({ freeze: { kind, subjectId, reason } }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      {kind === 'packet' ? (
        <Link to="/packets/$packetId" params={{ packetId: subjectId }} className="cell">
          <CellInside label={t('freezes.toPacket')} leads />
        </Link>
      ) : (
        subjectId.startsWith('mem_') && (
          <Link to="/wallet" className="cell">
            <CellInside label={t('freezes.toWallet')} leads />
          </Link>
        )
      )}
      {reason === 'dispute' && (
        <Link to="/cases" className="cell">
          <CellInside label={t('freezes.toDisputes')} leads />
        </Link>
      )}
    </Cells>
  )
}
