/** One transfer, for either side: how much, where it is, until when that can change, and what the reader may do. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { StateChip } from '../../ui/StateChip.tsx'
import { MisSentLink } from '../advisor/MisSentLink.tsx'
import { purseOf } from '../data/purse.ts'
import { transferQuery, type Transfer } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { RefusalError } from '../data/service.ts'
import { HeldCard } from '../held/HeldCard.tsx'
import { DisputeLink } from '../disputes/DisputeLink.tsx'
import { EvidenceLink } from '../evidence/EvidenceLink.tsx'
import { heldTransfer } from '../held/held-send.ts'
import { ApprovalLink } from '../on-behalf/ApprovalLink.tsx'
import { OnBehalfCell } from '../on-behalf/OnBehalfCell.tsx'
import { isOverAt } from '../on-behalf/recall-right.ts'
import { Rejection } from '../on-behalf/Rejection.tsx'
import { ReturnCells } from '../returns/ReturnCells.tsx'
import { useMemberName } from '../send/use-send-name.ts'
import { session } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText, spanText } from '../words/moments.ts'
import { Ids } from './Ids.tsx'
import { PartOf } from './PartOf.tsx'
import { saysOf, stepsOf, type Side } from './story.ts'
import { VerbSheet, type Verb } from './VerbSheet.tsx'
import './transfer.css'
import '../../ui/steps.css'

export function TransferPage(): ReactElement {
  const { t } = useTranslation()
  const { transferId } = useParams({ from: '/shell/transfers/$transferId' })
  const { data: transfer, error, refetch } = useQuery(transferQuery(transferId))
  const back = useBack()
  return (
    <Page title={t('transfer.pageTitle')} onBack={back}>
      {transfer ? (
        <Whole transfer={transfer} onDue={() => void refetch()} />
      ) : error === null ? (
        <>
          <Skeleton height={220} />
          <Skeleton height={160} />
        </>
      ) : error instanceof RefusalError ? (
        <Empty icon="search" title={t('common.notFoundTitle')}>
          <p>{t('common.notFoundText')}</p>
        </Empty>
      ) : (
        <Failed onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function Whole({ transfer, onDue }: { transfer: Transfer; onDue: () => void }): ReactElement {
  const { t } = useTranslation()
  const side: Side = transfer.payerId === session()?.memberId ? 'payer' : 'payee'
  const otherId = side === 'payer' ? transfer.payeeId : transfer.payerId
  const name = useMemberName(otherId) ?? '…'
  const held = heldTransfer(transfer)
  return (
    <>
      <Head {...{ transfer, side, otherId, name, onDue }} />
      <PartOf transfer={transfer} side={side} />
      {held ? <HeldCard send={held} onDue={onDue} /> : <Verbs transfer={transfer} />}
      <Timeline transfer={transfer} side={side} />
      <Cells>
        {transfer.note !== '' && (
          <Cell label={t('transfer.noteLabel')} end={<span dir="auto">{transfer.note}</span>} />
        )}
        <Cell
          label={t('transfer.arrival')}
          end={
            transfer.delayS === 0
              ? t('transfer.atOnce')
              : t('transfer.delayed', { span: spanText(t, transfer.delayS * 1_000) })
          }
        />
        <OnBehalfCell send={transfer} />
        <ApprovalLink send={transfer} />
        <Ids id={transfer.id} />
      </Cells>
      {transfer.state === 'arrived' && (
        <>
          <ReturnCells sourceId={transfer.id} holderIds={[transfer.payeeId]} isPayer={side === 'payer'} />
          <Cells>
            <DisputeLink sourceId={transfer.id} />
          </Cells>
        </>
      )}
      <EvidenceLink sourceId={transfer.id} />
      {side === 'payer' && transfer.state !== 'undone' && <MisSentLink kind="transfer" record={transfer} />}
    </>
  )
}

interface HeadProps {
  transfer: Transfer
  side: Side
  otherId: string
  name: string
  /** What it counted down to has come: it is another thing now. */
  onDue: () => void
}

function Head({ transfer, side, otherId, name, onDue }: HeadProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const { key, until } = saysOf(transfer, side)
  const isDue = until !== null && Date.parse(until) <= now
  useEffect(() => {
    if (isDue) onDue()
    // Once for each moment that comes.
  }, [isDue, until])
  const span = until === null ? '' : spanText(t, Date.parse(until) - now)
  return (
    <section className="cells transfer-head">
      <Avatar id={otherId} name={name} size={56} />
      <p className="transfer-name">
        {t(side === 'payer' ? 'transfer.sentTo' : 'transfer.gotFrom', { name })}
      </p>
      <Amount fen={transfer.amount} big />
      <p className="transfer-capitals" lang="zh-CN">
        {amountInCapitals(BigInt(transfer.amount))}
      </p>
      <StateChip state={transfer.state} />
      <p className="transfer-says numbers">
        {t(`transfer.says.${key}`, { span, paidFrom: purseOf(transfer) })}
      </p>
      <Rejection send={transfer} className="transfer-says" />
    </section>
  )
}

const looks = { undo: 'packet', recall: 'packet', accept: 'act', decline: 'warn' } as const

function Verbs({ transfer }: { transfer: Transfer }): ReactElement | null {
  const { t } = useTranslation()
  const isOver = isOverAt(transfer.recallRight, useNow())
  const [asked, setAsked] = useState(() =>
    order.find((verb) => transfer.may.includes(verb) && window.location.hash === `#${verb}`),
  )
  return (
    <>
      {transfer.may.length > 0 && (
        <div className="buttons">
          {order
            .filter((verb) => transfer.may.includes(verb) && !(verb === 'recall' && isOver))
            .map((verb) => (
              <Button key={verb} wide look={looks[verb]} onClick={() => setAsked(verb)}>
                {verb === 'accept' && transfer.ladder ? t('ladder.do.accept') : t(`transfer.do.${verb}`)}
              </Button>
            ))}
        </div>
      )}
      <VerbSheet transfer={transfer} verb={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}

/** Those this app knows, the most urgent first. */
const order: readonly Verb[] = ['undo', 'accept', 'recall', 'decline']

function Timeline({ transfer, side }: { transfer: Transfer; side: Side }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (
    <section className="cells steps" aria-label={t('transfer.timeline.label')}>
      <ol>
        {stepsOf(transfer, side).map(({ key, at, isToCome }) => (
          <li key={key} data-to-come={isToCome}>
            <span>{t(`transfer.timeline.${key}`)}</span>
            <time dateTime={at} className="numbers">
              {fullText(at, languageNow(), now)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
