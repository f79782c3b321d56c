/** The steps in their order: the next one open as a card, the others folded, and those that may come in. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DependentStep, PlanSteps, Step } from '@laisee/core/advisor/plan.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import type { StepId } from '@laisee/core/advisor/steps/steps.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { languageNow } from '../words/i18n.ts'
import { Countdown } from './Countdown.tsx'
import { doingOf } from './doing.ts'
import { askText } from './fact-text.ts'
import { StepBody } from './StepBody.tsx'
import type { Told } from './told.ts'

interface StepsProps {
  plan: PlanSteps
  situation: Situation
  told: Told
  /** Steps that the last change brought. */
  came: readonly StepId[]
}

export function Steps({ plan, situation, told, came }: StepsProps): ReactElement {
  const { t } = useTranslation()
  const [first, ...rest] = plan.steps
  const inside = { plan, situation, told }
  return (
    <>
      {first && (
        <section className="plan-first" aria-labelledby="plan-first" key={first.id}>
          <p className="plan-first-label">
            {t('advisorPage.plan.first')}
            {came.includes(first.id) && <New />}
          </p>
          <h2 id="plan-first">{doingOf(first).what}</h2>
          <Due step={first} />
          <StepBody step={first} {...inside} />
        </section>
      )}
      {rest.length > 0 && (
        <section>
          <h2 className="cells-title">{t('advisorPage.plan.rest')}</h2>
          <ol className="plan-line">
            {rest.map((step) => (
              <Folded key={step.id} step={step} isNew={came.includes(step.id)} {...inside} />
            ))}
          </ol>
        </section>
      )}
      {plan.dependent.length > 0 && (
        <details className="plan-dependent cells">
          <summary>{t('advisorPage.plan.dependent')}</summary>
          <ol className="plan-line">
            {plan.dependent.map((step) => (
              <Folded key={step.id} step={step} needs={step.needs} isNew={false} {...inside} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function New(): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="chip" data-tone="open">
      {t('advisorPage.plan.isNew')}
    </span>
  )
}

function Due({ step }: { step: Step }): ReactElement {
  const { clock, at } = step.by
  const isAtOnce = clock === 'now' || clock === 'stop_payment'
  return (
    <p className="plan-due">
      {planWords[languageNow()].clock[clock]}
      {at !== null && !isAtOnce && (
        <>
          {' '}
          <Countdown at={at} />
        </>
      )}
    </p>
  )
}

interface FoldedProps extends Omit<StepsProps, 'came'> {
  step: Step
  needs?: DependentStep['needs']
  isNew: boolean
}

function Folded({ step, needs, isNew, ...inside }: FoldedProps): ReactElement {
  const { t } = useTranslation()
  const fields = needs?.map((field) => askText(field, languageNow())).join(' ')
  return (
    <li className="plan-step" data-new={isNew || undefined}>
      <details>
        <summary>
          <span className="plan-step-what">
            {doingOf(step).what}
            {isNew && <New />}
          </span>
          <Due step={step} />
          {fields !== undefined && (
            <span className="plan-needs">{t('advisorPage.plan.needs', { fields })}</span>
          )}
        </summary>
        <StepBody step={step} {...inside} />
      </details>
    </li>
  )
}
