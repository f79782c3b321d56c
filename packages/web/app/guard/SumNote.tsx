/** A word where an amount is typed, where the sum says something: it will be hard to call a mistake. No question. */

import type { ReactElement } from 'react'
import { meaningOf } from '@laisee/core/guard/meaning.ts'
import { guardWords } from '@laisee/core/words/guard/outcomes.ts'
import { languageNow } from '../words/i18n.ts'

interface SumNoteProps {
  amount: bigint | undefined
  /** How many shares it goes to. */
  count?: number | undefined
}

export function SumNote({ amount, count = 1 }: SumNoteProps): ReactElement | null {
  if (amount === undefined || meaningOf(amount, count) === undefined) return null
  return <p className="amount-balance">{guardWords[languageNow()].meaningNote}</p>
}
