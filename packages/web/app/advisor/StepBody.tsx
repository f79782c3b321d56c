/** Inside a step: how, whom to call, what to say, the button that does it here, what to expect and on what ground. */

import { Link } from '@tanstack/react-router'
import { Suspense, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { hotlines, type HotlineId } from '@laisee/core/advisor/knowledge/hotlines.ts'
import type { PlanSteps, Step } from '@laisee/core/advisor/plan.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { hotlineOf } from '@laisee/core/scam/hotlines.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { languageNow, withHelpWords } from '../words/i18n.ts'
import { doingOf } from './doing.ts'
import type { Told } from './told.ts'

/** The texts, and the law behind a step, come once a plan is there. */
const StepText = lazyPart(
  withHelpWords(async () => ({ default: (await import('./StepText.tsx')).StepText }), ['advisorBelow']),
)
const Effect = lazyPart(async () => ({ default: (await import('./Effect.tsx')).Effect }))
const BasisList = lazyPart(async () => ({ default: (await import('./BasisList.tsx')).BasisList }))

interface StepBodyProps {
  step: Step
  plan: PlanSteps
  situation: Situation
  told: Told
}

export function StepBody({ step, plan, situation, told }: StepBodyProps): ReactElement {
  const { t } = useTranslation()
  const words = doingOf(step)
  return (
    <div className="plan-body">
      <p>{words.how}</p>
      {step.power !== null && situation.ledger !== null && <DoHere power={step.power} told={told} />}
      {step.hotlines.length > 0 && (
        <div className="buttons">
          {step.hotlines.map((id) => (
            <Hotline key={id} id={id} />
          ))}
        </div>
      )}
      {step.text !== null && (
        <Suspense fallback={<div className="plan-text-waits" />}>
          <StepText id={step.text} plan={plan} told={told} />
        </Suspense>
      )}
      <dl className="plan-facts">
        <div>
          <dt>{t('advisorPage.plan.ends')}</dt>
          <dd>{words.ends}</dd>
        </div>
        <div>
          <dt>{t('advisorPage.plan.expect')}</dt>
          <dd>
            <Suspense fallback={<span className="plan-effect-waits" />}>
              <Effect effect={step.effect} at={plan.at} />
            </Suspense>
          </dd>
        </div>
        {step.who !== 'you' && (
          <div>
            <dt>{t('advisorPage.plan.who', { who: planWords[languageNow()].who[step.who] })}</dt>
          </div>
        )}
      </dl>
      <Suspense fallback={<div className="plan-basis-waits" />}>
        <BasisList basis={step.basis} effect={step.effect} at={plan.at} />
      </Suspense>
    </div>
  )
}

/** A number as a link only where the list of numbers to call has it. */
function Hotline({ id }: { id: HotlineId }): ReactElement {
  const { t } = useTranslation()
  const { number, name } = hotlines[id]
  const said = { number, name: name[languageNow()] }
  if (hotlineOf(number)?.toCall !== true)
    return <p className="help-note">{t('advisorPage.plan.notToCall', said)}</p>
  return (
    <a className="button warn wide" href={`tel:${number}`}>
      {t('advisorPage.plan.call', said)}
    </a>
  )
}

function DoHere({ power, told }: { power: NonNullable<Step['power']>; told: Told }): ReactElement | null {
  const { t } = useTranslation()
  const { record } = told
  if (record === undefined) return null
  const label = t(`advisorPage.plan.doHere.${power}`)
  return record.kind === 'packet' ? (
    <Link
      to="/packets/$packetId"
      params={{ packetId: record.id }}
      hash={power}
      className="button packet wide"
    >
      {label}
    </Link>
  ) : (
    <Link
      to="/transfers/$transferId"
      params={{ transferId: record.id }}
      hash={power}
      className="button packet wide"
    >
      {label}
    </Link>
  )
}
