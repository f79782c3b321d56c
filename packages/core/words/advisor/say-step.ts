/** A step in words, for screens, documents and the command line: what, how, what to expect and what ends it. */

import { published } from '../../advisor/knowledge/published.ts'
import type { EffectBasis, Step } from '../../advisor/plan.ts'
import { citeArticle } from '../../law/articles.ts'
import type { ChinaDate } from '../../law/china-date.ts'
import { fill, type Language, type Reading } from '../words.ts'
import { claimedStepWords } from './claimed-steps.ts'
import { formalStepWords } from './formal-steps.ts'
import { planWords } from './plan-words.ts'
import { unclaimedStepWords } from './unclaimed-steps.ts'
import { urgentStepWords } from './urgent-steps.ts'

export interface StepWords {
  what: string
  how: string
  ends: string
  expect: string
}

/** The words of every step, by its id, in one language. */
export function stepWordsIn(language: Language) {
  return {
    ...urgentStepWords[language],
    ...unclaimedStepWords[language],
    ...claimedStepWords[language],
    ...formalStepWords[language],
  }
}

/** Sentences whose figures are not known are left out, the others stay. */
function filled(text: string, step: Step, language: Language, reading: Reading): string {
  const sentences = language === 'zh' ? text.split(/(?<=。)/) : text.split(/(?<=\.) /)
  const said = sentences.map((sentence) => fill(sentence, step.values, language, reading) ?? '')
  return said.filter((sentence) => sentence !== '').join(language === 'zh' ? '' : ' ')
}

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

/** A step in words on a day. */
export function sayStep(step: Step, on: ChinaDate, language: Language, reading: Reading): StepWords {
  const words = stepWordsIn(language)[step.id]
  return {
    what: words.what,
    how: filled(words.how, step, language, reading),
    ends: words.ends,
    expect: sayEffect(step.effect, on, language, reading),
  }
}
