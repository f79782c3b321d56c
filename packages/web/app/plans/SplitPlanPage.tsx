/** A sum in parts: what was sent of it, and each part to be sent by itself. It is there again after a reload. */

import { newKey } from '@laisee/client/new-key.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { useNow } from '../data/service-time.ts'
import { RefusalError, service } from '../data/service.ts'
import { useMemberName } from '../send/use-send-name.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { PartCell } from './PartCell.tsx'
import { planQuery } from './plans-data.ts'
import { progressOf, type Plan } from './progress.ts'
import '../send/send.css'
import './plans.css'

export function SplitPlanPage(): ReactElement {
  const { t } = useTranslation()
  const { planId } = useParams({ from: '/shell/plans/$planId' })
  const { data: plan, error, refetch } = useQuery(planQuery(planId))
  const back = useBack()
  return (
    <Page title={t('ladder.plan.title')} onBack={back}>
      {plan ? (
        <Whole plan={plan} />
      ) : error === null ? (
        <>
          <Skeleton height={160} />
          <Skeleton height={200} />
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

function Whole({ plan }: { plan: Plan }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const name = useMemberName(plan.payeeId) ?? '…'
  const { sent, amount } = progressOf(plan)
  const { parts, total, note } = plan
  const isOver = plan.over || Date.parse(plan.endsAt) <= now
  const left = parts.filter(({ transfer }) => transfer === null).length
  const state =
    left === 0
      ? t('ladder.plan.done')
      : isOver
        ? t('ladder.plan.over')
        : t('ladder.plan.until', { at: momentText(t, plan.endsAt, languageNow(), now) })
  return (
    <>
      <section className="cells plan-head">
        <Avatar id={plan.payeeId} name={name} size={56} />
        <p className="plan-to" dir="auto">
          {t('ladder.plan.to', { name, total })}
        </p>
        <p role="status" className="numbers">
          {t('ladder.plan.progress', { sent, count: parts.length, amount })}
        </p>
        <p className="plan-note">{state}</p>
        {note !== '' && (
          <p className="plan-note" dir="auto">
            {note}
          </p>
        )}
      </section>
      <Cells>
        {parts.map((part) => (
          <PartCell key={part.no} plan={plan} part={part} name={name} isOver={isOver} />
        ))}
      </Cells>
      {!isOver && left > 0 && <EndPlan plan={plan} left={left} />}
    </>
  )
}

function EndPlan({ plan, left }: { plan: Plan; left: number }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [asks, setAsks] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const key = useRef(newKey())
  const end = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const ask = { path: { id: plan.id }, idempotencyKey: key.current }
      queries.setQueryData(planQuery(plan.id).queryKey, await service().endSplitPlan(ask))
      say(t('ladder.plan.ended'))
      setAsks(false)
    } catch (failure) {
      setError(failureText(failure))
    }
    setBusy(false)
  }
  return (
    <div className="buttons">
      <Button wide look="link" onClick={() => setAsks(true)}>
        {t('ladder.plan.end')}
      </Button>
      <Sheet
        open={asks}
        onClose={() => setAsks(false)}
        title={t('ladder.plan.endTitle')}
        says={t('ladder.plan.endText', { count: left })}
      >
        {error !== undefined && <Cell label={<span role="alert">{error}</span>} />}
        <div className="buttons beside">
          <Button onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
          <Button look="warn" busy={isBusy} onClick={() => void end()}>
            {t('ladder.plan.end')}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
