/** What may be expected of a step in words, and on what ground one says so. */

import { published } from '../../advisor/knowledge/published.ts'
import type { EffectBasis } from '../../advisor/plan.ts'
import { citeArticle } from '../../law/articles.ts'
import type { ChinaDate } from '../../law/china-date.ts'
import { fill, type Language, type Reading } from '../words.ts'
import type { advisorPlanWords } from '../screens/advisor-plan.ts'
import { planWords } from './plan-words.ts'

/** The name, among a plan's words, of the tag that tells the kind of ground. */
export const effectTags = {
  rule: 'basisRule',
  own_data: 'basisOwn',
  published_elsewhere: 'basisPublished',
  unknown: 'basisUnknown',
} as const satisfies Record<EffectBasis['kind'], keyof (typeof advisorPlanWords)['zh']>

const percent = (share: number) => Math.round(share * 100)

/** What may be expected, and on what ground one says so. */
export function sayEffect(effect: EffectBasis, on: ChinaDate, language: Language, reading: Reading): string {
  const words = planWords[language].effect
  switch (effect.kind) {
    case 'published_elsewhere':
      return published[effect.id].says[language]
    case 'own_data': {
      const { n, succeeded, low, high } = effect
      return (
        fill(words.own_data, { n, succeeded, low: percent(low), high: percent(high) }, language, reading) ??
        ''
      )
    }
    case 'rule': {
      const by = effect.by
      const said =
        by.kind === 'law'
          ? citeArticle(by.article, on, language)
          : planWords[language].basis[by.kind === 'product' ? 'product' : 'own_manner']
      return fill(words.rule, { by: said }, language, reading) ?? ''
    }
    case 'unknown':
      return words.unknown
  }
}
