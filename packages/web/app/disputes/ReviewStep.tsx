/** All that is sent, once more; what happens then, plainly; and the one button that opens the dispute. */

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answerTimes } from '@laisee/core/dispute.ts'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { say } from '../../ui/Toasts.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { usePress } from '../returns/use-press.ts'
import { forgetDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { spanText } from '../words/moments.ts'
import { keepPending } from './case-draft.ts'
import { SideInside, type StepProps } from './CauseStep.tsx'
import { answersOf, type DisputeDraft } from './dispute-draft.ts'
import type { Step } from './dispute-steps.ts'
import { keepDispute } from './disputes-data.ts'

interface ReviewStepProps extends StepProps {
  about: string
  isPayer: boolean
  /** The name of the draft. */
  name: string
  goTo: (step: Step) => void
}

export function ReviewStep({
  draft,
  sides,
  about,
  isPayer,
  name,
  goTo,
}: ReviewStepProps): ReactElement | null {
  const { t } = useTranslation()
  const { press, send } = useOpening({ draft, about, isPayer, name })
  const { cause, text, documents, againstId } = draft
  const side = sides.find(({ id }) => id === againstId)
  if (cause === '' || side === undefined) return null
  const answers = answersOf(draft)
  const { takeMs, decideMs } = answerTimes[cause]
  return (
    <>
      <section className="cells">
        <div className="cell">
          <SideInside side={side} />
        </div>
        <Part title={t('disputeForm.review.cause')} onChange={() => goTo('cause')}>
          <p>{t(`disputeForm.causes.${cause}`)}</p>
        </Part>
        <Part title={t('disputeForm.review.story')} onChange={() => goTo('story')}>
          <p className="case-words" dir="auto">
            {text.trim()}
          </p>
          {answers.map(({ question, answer }) => (
            <div key={question}>
              <p className="case-second">{t(`disputeForm.questions.${question}`)}</p>
              <p className="case-words" dir="auto">
                {answer}
              </p>
            </div>
          ))}
        </Part>
        <Part title={t('disputeForm.review.documents')} onChange={() => goTo('documents')}>
          {documents.length === 0 ? (
            <p>{t('disputeForm.review.noDocuments')}</p>
          ) : (
            <p>
              {t('disputeForm.review.count', { count: documents.length })}
              {': '}
              {[...new Set(documents.map(({ kind }) => t(`documents.kinds.${kind}`)))].join(' · ')}
            </p>
          )}
        </Part>
      </section>
      <ol className="case-card case-next">
        <li>{t('disputeForm.next1')}</li>
        <li>{t('disputeForm.next2', { take: spanText(t, takeMs), decide: spanText(t, decideMs) })}</li>
        <li>{t('disputeForm.next3')}</li>
      </ol>
      <div className="case-foot">
        {press.error && (
          <p className="notice" data-tone="warn" role="alert">
            {press.error instanceof UnansweredError ? t('disputeForm.unanswered') : failureText(press.error)}
          </p>
        )}
        <Button look="act" wide busy={press.isPending} onClick={send}>
          {t('disputeForm.submit')}
        </Button>
      </div>
    </>
  )
}

interface Opening {
  draft: DisputeDraft
  about: string
  isPayer: boolean
  name: string
}

type Body = Parameters<ReturnType<typeof service>['openDispute']>[0]['body']

/** The documents go along as soon as the dispute is there; until then the device remembers them. */
function useOpening({ draft, about, isPayer, name }: Opening) {
  const { t } = useTranslation()
  const go = useNavigate()
  const queries = useQueryClient()
  const press = usePress(`dispute.${about}`, (body: Body, idempotencyKey) =>
    service().openDispute({ body, idempotencyKey }),
  )
  const send = () => {
    if (draft.cause === '') return
    const body: Body = {
      ...{ sourceId: about, cause: draft.cause, text: draft.text.trim(), answers: answersOf(draft) },
      ...(isPayer ? { againstId: draft.againstId } : {}),
    }
    press.mutate(body, {
      onSuccess: (dispute) => {
        keepPending(dispute.id, draft.documents)
        forgetDraft(name)
        keepDispute(queries, dispute)
        buzz()
        say(t('disputeForm.submitted'))
        void go({ to: '/disputes/$disputeId', params: { disputeId: dispute.id }, replace: true })
      },
    })
  }
  return { press, send }
}

interface PartProps {
  title: string
  onChange: () => void
  children: ReactNode
}

function Part({ title, onChange, children }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="case-part">
      <div className="case-part-head">
        <h3>{title}</h3>
        <Button
          small
          look="link"
          aria-label={`${t('disputeForm.review.change')}: ${title}`}
          onClick={onChange}
        >
          {t('disputeForm.review.change')}
        </Button>
      </div>
      {children}
    </div>
  )
}
