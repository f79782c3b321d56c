/** The first run: a card beside the phones that says the next thing to do, and never stands in front of it. */

import { useEffect, useReducer, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { countedSteps, nextStep, phoneOf, type Happened, type Pair, type Step } from './story.ts'
import { hearTable } from './tell-table.ts'
import './tour.css'

interface TourProps {
  pair: Pair
  names: { left: string; right: string }
  /** Which phone is to be looked at next; undefined for neither. */
  onPhone: (phone: 'left' | 'right' | undefined) => void
  onOver: () => void
}

export function Tour({ pair, names, onPhone, onOver }: TourProps): ReactElement {
  const { t } = useTranslation()
  const move = (now: Step, happened: Happened | 'start'): Step =>
    happened === 'start' ? { name: 'send' } : nextStep(now, happened, pair)
  const [step, happen] = useReducer(move, { name: 'intro' })
  useEffect(() => hearTable(happen), [])
  const phone = phoneOf(step)
  useEffect(() => onPhone(phone), [phone, onPhone])
  const title = useRef<HTMLHeadingElement>(null)
  const no = countedSteps.findIndex((name) => name === step.name) + 1
  return (
    <section className="tour" aria-labelledby="tour-title">
      <p className="tour-no">
        {no > 0 ? t('demo.tour.step', { no, count: countedSteps.length }) : t('demo.tour.title')}
      </p>
      <div role="status">
        <h2 id="tour-title" ref={title} tabIndex={-1}>
          {t(`demo.tour.${step.name}Title`)}
        </h2>
        {step.name === 'send' && step.hint !== undefined && (
          <p className="tour-hint">{t(`demo.tour.${step.hint}`, names)}</p>
        )}
        {stepTexts(step).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <ol className="tour-dots" aria-hidden="true">
        {countedSteps.map((name, i) => (
          <li key={name} data-done={step.name === 'done' || i + 1 < no} data-now={i + 1 === no} />
        ))}
      </ol>
      <div className="tour-buttons">
        {step.name === 'intro' && (
          <Button
            small
            look="packet"
            onClick={() => {
              happen('start')
              title.current?.focus()
            }}
          >
            {t('demo.tour.start')}
          </Button>
        )}
        <Button small look={step.name === 'done' ? 'act' : 'link'} onClick={onOver}>
          {step.name === 'done' ? t('common.done') : t('demo.tour.skip')}
        </Button>
      </div>
    </section>
  )

  function stepTexts(at: Step): string[] {
    if (at.name === 'intro') return [t('demo.tour.intro', names), t('demo.tour.introMood')]
    if (at.name === 'done')
      return [t('demo.tour.done', { ...names, amount: at.returned }), t('demo.tour.doneNext')]
    return [t(`demo.tour.${at.name}`, names)]
  }
}
