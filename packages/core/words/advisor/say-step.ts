/** A step in words, for screens, documents and the command line: what, how, what to expect and what ends it. */

import type { Step } from '../../advisor/plan.ts'
import type { ChinaDate } from '../../law/china-date.ts'
import type { Language, Reading } from '../words.ts'
import { sayEffect } from './say-effect.ts'
import { sayDoing } from './step-words.ts'

export interface StepWords {
  what: string
  how: string
  ends: string
  expect: string
}

/** A step in words on a day. */
export function sayStep(step: Step, on: ChinaDate, language: Language, reading: Reading): StepWords {
  return { ...sayDoing(step, language, reading), expect: sayEffect(step.effect, on, language, reading) }
}
