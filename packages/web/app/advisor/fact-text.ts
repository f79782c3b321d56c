/** A fact of a situation in words, and the words of a question's answers. */

import type { TFunction } from 'i18next'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { questionWords } from '@laisee/core/words/advisor/question-words.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { momentText } from '../words/moments.ts'

interface Reader {
  t: TFunction
  language: Language
  now: number
}

/** What is asked about a field. */
export function askText(field: Field, language: Language): string {
  return questionWords[language][field].ask
}

/** One answer of a question in words; the code itself where it has none. */
export function answerText(
  field: Field,
  value: string,
  { t, language }: Pick<Reader, 't' | 'language'>,
): string {
  if (field === 'province') return t(`advisorBelow.province.${value as 'BJ'}`)
  const words: Readonly<Record<string, string>> = questionWords[language][field]
  return Object.hasOwn(words, value) ? words[value]! : value
}

/** What is known of a field, or undefined where it is unknown. */
export function factText(field: Field, situation: Situation, reader: Reader): string | undefined {
  const value = situation[field]
  if (value === null) return undefined
  if (typeof value === 'bigint') return `¥${formatYuan(value)}`
  if (typeof value === 'number') return momentText(reader.t, value, reader.language, reader.now)
  if (typeof value === 'string') return answerText(field, value, reader)
  return undefined
}

/** What a situation is called in a list: where, what, how much. */
export function situationName(situation: Situation, reader: Reader): string {
  const fields: readonly Field[] = ['platform', 'product', 'amount', 'cause']
  const said = fields.flatMap((field) => factText(field, situation, reader) ?? [])
  return said.length > 0 ? said.join(' · ') : momentText(reader.t, reader.now, reader.language, reader.now)
}
