/** One approval: who, for whom, how much, which rule asked, what is unusual; then one's word, and on to the next. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNow } from '../data/service-time.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { isRefusal } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { approvalQuery, waitingQuery, type Approval } from './approvals-data.ts'
import { Risks } from './Risks.tsx'
import { Steps } from './Steps.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import { useSays } from './use-says.ts'
import { Words } from './Words.tsx'
import './approvals.css'

export function ApprovalPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/approvals')
  const { sendId } = useParams({ from: '/shell/approvals/$sendId' })
  const approval = useQuery(approvalQuery(sendId))
  const { data: waiting = [] } = useQuery(waitingQuery)
  const at = waiting.findIndex((one) => one.sendId === sendId)
  const aside = at >= 0 && waiting.length > 1 ? { aside: ` (${at + 1}/${waiting.length})` } : {}
  return (
    <Page title={t('approvals.title')} {...aside} onBack={back} className="approvals">
      {approval.data ? (
        <Body key={sendId} approval={approval.data} />
      ) : approval.isPending ? (
        <>
          <Skeleton height={220} />
          <Skeleton height={140} count={2} />
        </>
      ) : isRefusal(approval.error) ? (
        <Empty icon="search" title={t('common.notFoundTitle')}>
          <p>{t('common.notFoundText')}</p>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void approval.refetch()} />
      )}
    </Page>
  )
}

function Body({ approval }: { approval: Approval }): ReactElement {
  return (
    <>
      <Head approval={approval} />
      <Risks approval={approval} />
      <Facts approval={approval} />
      <Steps approval={approval} />
      <Elsewhere approval={approval} />
      <Words approval={approval} />
    </>
  )
}

function Head({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const { sender, send, outcome, approveBy } = approval
  const isMine = useSession()?.memberId === sender.id
  return (
    <section className="cells approval-head">
      <PersonFace {...sender} size={56} />
      <h2 dir="auto">{isMine ? t('approvals.byMe') : t('approvals.by', { name: says.nameOf(sender.id) })}</h2>
      <p className="approval-second" dir="auto">
        {says.place()}
      </p>
      <Amount fen={send.amount} big />
      <p className="approval-second" lang="zh-CN">
        {amountInCapitals(BigInt(send.amount))}
      </p>
      <p className="approval-to" dir="auto">
        {[says.kind, says.shares, says.to()].filter(Boolean).join(' · ')}
      </p>
      {send.words !== '' && (
        <p className="approval-second" dir="auto">
          <q>{send.words}</q>
        </p>
      )}
      <span role="status">
        {outcome === null ? (
          <TimeLeft until={approveBy} />
        ) : (
          <span className="chip" data-tone={outcome === 'approved' ? 'good' : 'back'}>
            {says.state}
          </span>
        )}
      </span>
    </section>
  )
}

function Facts({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const now = useNow(60_000)
  const { policyVersion, submittedAt, approveBy, outcome } = approval
  const at = (moment: string) => <span className="numbers">{momentText(t, moment, languageNow(), now)}</span>
  return (
    <Cells title={t('approvals.whyTitle')}>
      <Cell
        label={<span dir="auto">{says.why}</span>}
        note={says.rules === '' ? undefined : t('approvals.rules', { rules: says.rules })}
      />
      {policyVersion !== null && (
        <Cell
          label={t('approvals.policy')}
          end={
            policyVersion === 0
              ? t('approvals.policyDefault')
              : t('approvals.version', { version: policyVersion })
          }
        />
      )}
      <Cell label={t('approvals.submitted')} end={at(submittedAt)} />
      {outcome === null && <Cell label={t('approvals.until')} end={at(approveBy)} />}
    </Cells>
  )
}

interface ElsewhereProps {
  approval: Approval
}

/** The send itself for whoever sent it; the desk, where there is more room and every verb, for an organisation's people. */
function Elsewhere({ approval: { sendId, sender, organisationId } }: ElsewhereProps): ReactElement | null {
  const { t } = useTranslation()
  const label = t('approvals.toSend')
  const isMine = useSession()?.memberId === sender.id
  if (!isMine && organisationId === null) return null
  return (
    <Cells>
      {isMine ? (
        <Link to={pageOf(sendId)} className="cell">
          <CellInside start={<Icon name="undo" />} label={label} leads />
        </Link>
      ) : (
        <a href={`/desk/${organisationId}/approvals?id=${sendId}`} className="cell">
          <CellInside
            start={<Icon name="out" />}
            label={t('approvals.desk')}
            note={t('approvals.deskNote')}
            leads
          />
        </a>
      )}
    </Cells>
  )
}

/** The page of a send. */
function pageOf(sendId: string): string {
  return sendId.startsWith('pkt_') ? `/packets/${sendId}` : `/transfers/${sendId}`
}
