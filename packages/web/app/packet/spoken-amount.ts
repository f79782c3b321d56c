/** An amount as it is said aloud: 捌元捌角整, "8 yuan 80 fen". */

import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import type { Language } from '@laisee/core/words/words.ts'

/** An amount of fen in words, for a screen reader. */
export function spokenAmount(fen: number, language: Language): string {
  if (language === 'zh') return amountInCapitals(BigInt(fen))
  const yuan = Math.floor(fen / 100)
  const rest = fen % 100
  const parts = [yuan > 0 ? `${yuan} yuan` : '', rest > 0 ? `${rest} fen` : ''].filter((part) => part !== '')
  return parts.length === 0 ? '0 yuan' : parts.join(' ')
}
