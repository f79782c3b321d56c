/** What a step says by itself, without the law and the figures behind it: what, how and what ends it. */

import type { Step } from '../../advisor/plan.ts'
import { fill, type Language, type Reading } from '../words.ts'
import { claimedStepWords } from './claimed-steps.ts'
import { formalStepWords } from './formal-steps.ts'
import { unclaimedStepWords } from './unclaimed-steps.ts'
import { urgentStepWords } from './urgent-steps.ts'

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

/** What to do, how, and what ends it. */
export function sayDoing(
  step: Step,
  language: Language,
  reading: Reading,
): { what: string; how: string; ends: string } {
  const { what, how, ends } = stepWordsIn(language)[step.id]
  return { what, how: filled(how, step, language, reading), ends }
}
