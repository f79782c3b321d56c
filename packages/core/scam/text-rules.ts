/** Every rule about words, and every phrase they look for, in one book that is read in one pass. */

import type { PhraseRule } from './phrase-rule.ts'
import { askRules } from './phrases-asks.ts'
import { negators, noNegators, warnings } from './phrases-calm.ts'
import { lureRules } from './phrases-lures.ts'
import { pressureRules } from './phrases-pressure.ts'
import { storyRules } from './phrases-stories.ts'
import { toolRules } from './phrases-tools.ts'
import { phraseBook, type PhraseBook } from './phrase.ts'

export const textRules = { ...askRules, ...pressureRules, ...storyRules, ...lureRules, ...toolRules }
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
