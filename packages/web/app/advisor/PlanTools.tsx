/** What one can do with a plan: put its deadlines into a calendar, print it, save it on the device, begin again. */

import { Link } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanSteps } from '@laisee/core/advisor/plan.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { basisText } from './BasisList.tsx'
import { clockFromText, clockMovedText } from './Clocks.tsx'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { doingOf } from './doing.ts'
import { situationName } from './fact-text.ts'
import { saveNow } from './kept.ts'
import { saveFile } from './save-file.ts'

const fileName = 'laisee-deadlines.ics'
const toUnfold = '.help details:not([open], .plan-dependent details)'
const calendarType = 'text/calendar;charset=utf-8'

/** Every deadline of the plan in the reader's words. */
function deadlinesInWords(plan: PlanSteps): Deadline[] {
  return deadlinesOf(plan, {
    clock: (clock) => ({
      title: planWords[languageNow()].clock[clock.id],
      says: [
        clockFromText(clock),
        clockMovedText(clock),
        ...clock.basis.map((one) => basisText(one, plan.at)),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    }),
    step: (step) => {
      const { what, how } = doingOf(step)
      return { title: what, says: how }
    },
  })
}

/**
 * Paper cannot be unfolded: what is folded opens for the print, and folds again after it. Of what may come in later only
 * the names are printed: its texts would be most of the paper.
 */
function useUnfoldedPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>(toUnfold)]
      for (const one of opened) one.open = true
    }
    const close = () => {
      for (const one of opened) one.open = false
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [])
}

export function PlanTools({ plan, situation }: { plan: PlanSteps; situation: Situation }): ReactElement {
  const { t } = useTranslation()
  useUnfoldedPrint()
  const deadlines = deadlinesInWords(plan)
  const makeCalendar = async () => {
    if (deadlines.length === 0) return say(t('advisorBelow.calendarNone'), 'warn')
    try {
      const { calendarText } = await import('./calendar.ts')
      const text = calendarText(deadlines, t('advisorBelow.calendarName'))
      saveFile([text], calendarType, fileName)
      say(t('advisorBelow.calendarMade'))
    } catch {
      say(t('advisorPage.plan.failedTitle'), 'warn')
    }
  }
  const save = () => {
    const now = serviceNow()
    saveNow(situationName(situation, { t, language: languageNow(), now }), now)
    say(t('advisorBelow.saved'))
  }
  return (
    <div className="plan-tools">
      <Cells>
        <CellButton
          start={<Icon name="clock" />}
          label={t('advisorBelow.calendar')}
          note={t('advisorBelow.calendarNote')}
          onClick={() => void makeCalendar()}
        />
        <CellButton
          start={<Icon name="out" />}
          label={t('advisorBelow.print')}
          onClick={() => window.print()}
        />
        <CellButton start={<Icon name="check" />} label={t('advisorBelow.save')} onClick={save} />
        <Link to="/help" className="cell">
          <CellInside start={<Icon name="undo" />} label={t('advisorBelow.again')} leads />
        </Link>
      </Cells>
    </div>
  )
}
