/** A few questions about what happened, and how it went in one's own words. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeTextLengthMax } from '@laisee/core/dispute.ts'
import { answerLengthMax, questionsOf } from '@laisee/core/dispute-form.ts'
import type { StepProps } from './CauseStep.tsx'
import { TextArea } from './TextArea.tsx'

export function StoryStep({ draft, change }: StepProps): ReactElement | null {
  const { t } = useTranslation()
  const { cause, answers, text } = draft
  if (cause === '') return null
  return (
    <>
      <section className="case-card">
        <TextArea
          label={t('disputeForm.story')}
          note={t('disputeForm.storyNote')}
          placeholder={t('disputeForm.storyPlaceholder')}
          value={text}
          rows={6}
          lengthMax={disputeTextLengthMax}
          onChange={(next) => change(() => ({ text: next }))}
        />
      </section>
      <section className="case-card">
        <p className="case-second">{t('disputeForm.optional')}</p>
        {questionsOf[cause].map((question) => (
          <TextArea
            key={question}
            label={t(`disputeForm.questions.${question}`)}
            value={answers[question] ?? ''}
            rows={2}
            lengthMax={answerLengthMax}
            onChange={(next) => change((before) => ({ answers: { ...before.answers, [question]: next } }))}
          />
        ))}
      </section>
    </>
  )
}
