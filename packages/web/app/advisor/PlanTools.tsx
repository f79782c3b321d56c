/** What one can do with a plan: put its deadlines into a calendar, print it, save it on the device, begin again. */

import { Link } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanSteps } from '@laisee/core/advisor/plan.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { deadlinesOf } from '@laisee/core/words/advisor/deadlines.ts'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { readingNow } from './doing.ts'
import { situationName } from './fact-text.ts'
import { saveNow } from './kept.ts'
import { saveFile } from './save-file.ts'

const fileName = 'laisee-deadlines.ics'
const toUnfold = '.help details:not([open], .plan-dependent details)'
const calendarType = 'text/calendar;charset=utf-8'

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
  const deadlines = deadlinesOf(plan, languageNow(), readingNow())
  const makeCalendar = async () => {
    if (deadlines.length === 0) return say(t('advisorBelow.calendarNone'), 'warn')
    try {
      const { calendarText } = await import('@laisee/core/documents/calendar-file.ts')
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
