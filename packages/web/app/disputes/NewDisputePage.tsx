/** Opening a dispute, step by step: what happened, how it went, documents, and all of it once more before it is sent. */

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenDispute } from '@laisee/core/dispute.ts'
import { documentsThatHelp } from '@laisee/core/dispute-form.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { caseDraft, useDisputeDraft } from './case-draft.ts'
import { CauseStep } from './CauseStep.tsx'
import { DocumentsStep } from './DocumentsStep.tsx'
import { missingAt, reachable } from './dispute-draft.ts'
import { steps, type Step } from './dispute-steps.ts'
import { disputeAbout, latestDisputesQuery } from './disputes-data.ts'
import { ReviewStep } from './ReviewStep.tsx'
import { StoryStep } from './StoryStep.tsx'
import { useSides, type Side } from './use-sides.ts'
import './cases.css'

export function NewDisputePage(): ReactElement {
  const { t } = useTranslation()
  const { about = '' } = useSearch({ from: '/shell/disputes/new' })
  const back = useBack('/cases')
  const { sides, isPayer, error, refetch } = useSides(about)
  return (
    <Page title={t('disputeForm.title')} onBack={back} className="case-page">
      {sides === undefined ? (
        isRefusal(error) ? (
          <Empty icon="search" title={t('disputeForm.lost')} />
        ) : error ? (
          <Failed onRetry={refetch}>{failureText(error)}</Failed>
        ) : (
          <>
            <Skeleton height={72} />
            <Skeleton height={200} />
          </>
        )
      ) : sides.length === 0 ? (
        <Empty icon="info" title={t('disputeForm.nothing')}>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Form key={about} about={about} sides={sides} isPayer={isPayer} />
      )}
    </Page>
  )
}

interface FormProps {
  about: string
  sides: readonly Side[]
  isPayer: boolean
}

function Form({ about, sides, isPayer }: FormProps): ReactElement {
  const { t } = useTranslation()
  const { against, step: asked } = useSearch({ from: '/shell/disputes/new' })
  const go = useNavigate()
  const name = caseDraft(`dispute.${about}`)
  const [kept, change] = useDisputeDraft(name)
  const againstId = sides.length === 1 ? sides[0]!.id : kept.againstId || (against ?? '')
  const draft = { ...kept, againstId }
  const step = reachable(asked ?? 'cause', draft, sides)
  const { data: disputes = [] } = useQuery(latestDisputesQuery)
  const there = againstId === '' ? undefined : disputeAbout(disputes, about, againstId)
  const goTo = (next: Step) =>
    void go({ to: '/disputes/new', search: { about, ...(against ? { against } : {}), step: next } })
  const parts = { draft, change, sides }
  const missing = missingAt(step, draft, sides)
  return (
    <>
      <Progress step={step} />
      {there && isOpenDispute(there) && (
        <div className="notice" data-tone="hold" role="status">
          <span>
            {t('disputeForm.already')}{' '}
            <Link to="/disputes/$disputeId" params={{ disputeId: there.id }}>
              {t('disputeForm.see')}
            </Link>
          </span>
        </div>
      )}
      {step === 'cause' && <CauseStep {...parts} />}
      {step === 'story' && <StoryStep {...parts} />}
      {step === 'documents' && draft.cause !== '' && (
        <DocumentsStep kinds={documentsThatHelp[draft.cause]} {...parts} />
      )}
      {step === 'review' ? (
        <ReviewStep {...parts} {...{ about, isPayer, name, goTo }} />
      ) : (
        <div className="case-foot">
          <Button
            look="act"
            wide
            whyNot={missing && t(`disputeForm.${missing}`)}
            onClick={() => goTo(steps[steps.indexOf(step) + 1]!)}
          >
            {t('disputeForm.next')}
          </Button>
          <p className="case-second case-centre">{t('disputeForm.kept')}</p>
        </div>
      )}
    </>
  )
}

function Progress({ step }: { step: Step }): ReactElement {
  const { t } = useTranslation()
  const no = steps.indexOf(step) + 1
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    // A step begins at its top, and is read out; the page itself began with its title.
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  return (
    <header className="case-steps">
      <p className="case-second">{t('disputeForm.step', { no })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t(`disputeForm.steps.${step}`)}
      </h2>
      <progress value={no} max={steps.length} aria-label={t('disputeForm.step', { no })} />
    </header>
  )
}
