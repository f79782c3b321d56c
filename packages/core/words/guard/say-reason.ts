/** A reason of the guard in words, in the reader's language and time. */

import type { ReasonCode } from '../../guard/rule.ts'
import type { SignalData } from '../../guard/signal.ts'
import { fill, type Language, type Reading } from '../words.ts'
import { reasonTexts, softReasonTexts } from './reasons.ts'

const unknown: Record<Language, string> = {
  zh: '请再看一眼：有一个原因，这个版本还不认识。',
  en: 'Please look once more, for a reason that this version does not know.',
}

/** A reason in a sentence. One of a code that this version does not know is said to be that. */
export function sayReason(
  language: Language,
  reason: { code: ReasonCode; data: SignalData },
  reading: Reading,
): string {
  const texts = Object.hasOwn(reasonTexts[language], reason.code) ? reasonTexts[language][reason.code] : []
  const data = dataOf(reason.data)
  if (reason.code === 'extra_zero' && typeof reason.data.meaning === 'string') {
    const soft = fill(softReasonTexts[language].extra_zero, data, language, reading)
    if (soft !== undefined) return soft
  }
  for (const text of texts) {
    const said = fill(text, data, language, reading)
    if (said !== undefined) return said
  }
  return unknown[language]
}

/** What is not there is left out, so that the text without it is said; a moment of nobody's is none. */
function dataOf(data: SignalData): Record<string, string | number | boolean | readonly string[]> {
  const there: Record<string, string | number | boolean | readonly string[]> = {}
  for (const [key, part] of Object.entries(data)) if (part !== null) there[key] = part
  return there
}
