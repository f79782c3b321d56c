/** Every rule about words, and every phrase they look for, in one book that is read in one pass. */

import { askRules, type PhraseRule } from './phrases-asks.ts'
import { negators, noNegators, warnings } from './phrases-calm.ts'
import { storyRules } from './phrases-stories.ts'
import { toolRules } from './phrases-tools.ts'
import { phraseBook, type PhraseBook } from './phrase.ts'

export const textRules = { ...askRules, ...storyRules, ...toolRules }
export type TextCode = keyof typeof textRules

/** The rules as the reading walks them. */
export const textRuleList = Object.entries(textRules) as unknown as readonly (readonly [
  TextCode,
  PhraseRule,
])[]

let book: PhraseBook | undefined

/** The book of all phrases, made when the first text is read. */
export function textBook(): PhraseBook {
  book ??= phraseBook([
    ...textRuleList.flatMap(([, rule]) => [...rule.phrases, ...(rule.unlessAfter ?? [])]),
    ...negators,
    ...noNegators,
    ...warnings,
  ])
  return book
}
