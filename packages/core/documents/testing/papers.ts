/** Papers and fonts for tests: the font is the one the phone fetches. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nothingKnown, type Situation } from '../../advisor/situation.ts'
import { composeText } from '../../advisor/texts/compose.ts'
import { textFactsOf } from '../../advisor/texts/text-facts.ts'
import { chinaDateOf } from '../../law/china-date.ts'
import type { Language } from '../../words/words.ts'
import type { Paper, PaperId } from '../paper.ts'
import { readPaper } from '../read-paper.ts'

const fontFile = (name: string) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)))

export const regular = fontFile('400Regular/NotoSansSC_400Regular')
export const bold = fontFile('700Bold/NotoSansSC_700Bold')

const now = Date.parse('2026-11-22T12:00:00Z')

export const toBusiness: Situation = {
  ...nothingKnown,
  platform: 'wechat',
  product: 'transfer_now',
  cause: 'wrong_person',
  amount: 744_000n,
  sentAt: Date.parse('2026-10-23T11:30:00Z'),
  evidence: ['payment_record', 'chat'],
}

/** A text as the advisor composes it, while the ninety days of a mistake run. */
export function composed(id: PaperId, change: Partial<Situation> = {}, language: Language = 'zh'): string {
  const facts = textFactsOf({ ...toBusiness, ...change }, now)
  return composeText(id, facts, language, { mistakeOpen: true }).text
}

/** The paper of a text. */
export function paperOf(id: PaperId, text = composed(id)): Paper {
  return readPaper(id, text, chinaDateOf(now))
}
