/** After one fact was changed: what that did to the plan, read out as it happens. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@laisee/core/advisor/situation.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { stepWordsIn } from '@laisee/core/words/advisor/step-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { askText } from './fact-text.ts'
import { isSame, type PlanChange } from './plan-change.ts'

export interface Change {
  field: Field
  change: PlanChange
}

export function Changed({ field, change }: Change): ReactElement {
  const { t } = useTranslation()
  const language = languageNow()
  const steps = stepWordsIn(language)
  const { branch, clock: clocks } = planWords[language]
  const { way, first, came, went, clocksCame, clocksWent, clocksMoved } = change
  const lines = isSame(change)
    ? [t('advisorBelow.changedNothing')]
    : [
        ...(way === null ? [] : [t('advisorBelow.changedWay', { branch: branch[way] })]),
        ...(first === null ? [] : [t('advisorBelow.changedFirst', { step: steps[first].what })]),
        ...came.filter((id) => id !== first).map((id) => t('advisorBelow.came', { step: steps[id].what })),
        ...went.map((id) => t('advisorBelow.went', { step: steps[id].what })),
        ...clocksCame.map((id) => t('advisorBelow.clockCame', { clock: clocks[id] })),
        ...clocksMoved.map((id) => t('advisorBelow.clockMoved', { clock: clocks[id] })),
        ...clocksWent.map((id) => t('advisorBelow.clockWent', { clock: clocks[id] })),
      ]
  return (
    <div className="notice" data-tone="ice">
      <Icon name="info" size={18} />
      <div>
        <strong>{t('advisorBelow.changed', { field: askText(field, language) })}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
