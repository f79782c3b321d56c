/** Instalments between two: how they stand, the proposal that waits, the parts, and what its reader may do. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePersonName } from '../data/people-names.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { SourceCell } from '../returns/RequestFacts.tsx'
import { useDayText } from '../returns/use-day-text.ts'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { isRefusal } from '../words/failure.ts'
import { AgreementPaper } from './AgreementPaper.tsx'
import { Binding } from './Binding.tsx'
import { InstalmentsChip } from './InstalmentsChip.tsx'
import { instalmentsQuery, type Instalments } from './instalments-data.ts'
import { More } from './More.tsx'
import { Pay } from './Pay.tsx'
import { progressOf } from './progress.ts'
import { Proposal } from './Proposal.tsx'
import { Agreed, History } from './Versions.tsx'
import '../returns/returns.css'
import './instalments.css'

export function InstalmentsPage(): ReactElement {
  const { t } = useTranslation()
  const { instalmentsId } = useParams({ from: '/shell/instalments/$instalmentsId' })
  const back = useBack('/returns')
  const instalments = useQuery(instalmentsQuery(instalmentsId))
  return (
    <Page title={t('instalments.title')} onBack={back} className="returns">
      {instalments.data ? (
        <Body key={instalmentsId} instalments={instalments.data} />
      ) : instalments.isPending ? (
        <>
          <Skeleton height={232} />
          <Skeleton height={200} count={2} />
        </>
      ) : isRefusal(instalments.error) ? (
        <Empty icon="search" title={t('common.notFoundTitle')}>
          <p>{t('common.notFoundText')}</p>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void instalments.refetch()} />
      )}
    </Page>
  )
}

function Body({ instalments }: { instalments: Instalments }): ReactElement {
  const { t } = useTranslation()
  const isDebtor = useSession()?.memberId === instalments.debtor.id
  const other = isDebtor ? instalments.creditor : instalments.debtor
  const name = usePersonName(other.id, other.name)
  const parts = { instalments, isDebtor, name }
  return (
    <>
      <Head {...parts} />
      <Proposal {...parts} />
      <Agreed {...parts} />
      <More {...parts} />
      <AgreementPaper instalments={instalments} />
      <Cells>
        <SourceCell request={instalments} />
      </Cells>
      <History {...parts} />
      <Binding instalments={instalments} />
      <p className="facts">{t('instalmentsPage.page.limit')}</p>
      {isDebtor && <Pay {...parts} />}
    </>
  )
}

export interface PageParts {
  instalments: Instalments
  isDebtor: boolean
  /** What the reader calls the other of the two. */
  name: string
}

function Head({ instalments, isDebtor, name }: PageParts): ReactElement {
  const { t } = useTranslation()
  const other = isDebtor ? instalments.creditor : instalments.debtor
  const { state, left, paid } = instalments
  const { version, count, paid: paidCount, missed } = progressOf(instalments)
  if (state === 'settled') return <>{t('instalmentsPage.page.settled')}</>
  const total = (version?.principal ?? 0) + (version?.interest ?? 0)
  const shown = state === 'active' ? left : state === 'proposed' ? total : paid
  const shownIs = state === 'active' ? 'left' : state === 'proposed' ? 'whole' : 'paid'
  return (
    <section className="cells return-head">
      <PersonFace {...other} size={56} />
      <h2 dir="auto">{t(isDebtor ? 'instalmentsPage.page.iPay' : 'instalmentsPage.page.pays', { name })}</h2>
      <p className="return-second">{t(`instalmentsPage.page.shown.${shownIs}`)}</p>
      <Amount fen={shown} big />
      <div className="return-state" role="status">
        <InstalmentsChip state={state} />
        <p className="return-says">
          <HeadSays {...{ instalments, isDebtor, name }} />
        </p>
      </div>
      {instalments.agreed && (
        <>
          <progress
            className="return-bar"
            max={count}
            value={paidCount}
            aria-label={t('instalmentsPage.page.parts')}
          />
          <p className="return-second">
            {t('instalmentsPage.page.paidOf', { paid: paidCount, count, amount: paid })}
          </p>
        </>
      )}
      {missed > 0 && state === 'active' && (
        <p className="notice" data-tone="hold">
          {t('instalmentsPage.page.missed', { count: missed })}
        </p>
      )}
    </section>
  )
}

function HeadSays({ instalments, isDebtor, name }: PageParts): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const { state } = instalments
  const { version, next } = progressOf(instalments)
  if (state === 'active' && next) return <>{t('instalmentsPage.page.next', { day: dayText(next.dueOn) })}</>
  if (state === 'paid') return <>{t('instalmentsPage.page.ended')}</>
  if (state === 'released')
    return (
      <>{isDebtor ? t('instalmentsPage.page.released', { name }) : t('instalmentsPage.page.releasedByMe')}</>
    )
  const total = (version?.principal ?? 0) + (version?.interest ?? 0)
  return <>{t('instalmentsPage.page.total', { amount: total, count: version?.parts.length ?? 0 })}</>
}
