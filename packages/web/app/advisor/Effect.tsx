/** What may be expected of a step, tagged with the kind of ground on which one says so. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectBasis } from '@laisee/core/advisor/plan.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { effectTags, sayEffect } from '@laisee/core/words/advisor/say-effect.ts'
import { languageNow } from '../words/i18n.ts'
import { readingNow } from './doing.ts'

export function Effect({ effect, at }: { effect: EffectBasis; at: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <span className="plan-tag" data-kind={effect.kind}>
        {t(`advisorPage.plan.${effectTags[effect.kind]}`)}
      </span>{' '}
      {sayEffect(effect, chinaDateOf(at), languageNow(), readingNow())}
    </>
  )
}
