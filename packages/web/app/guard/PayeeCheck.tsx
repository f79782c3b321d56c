/** The name that was typed, against the payee's own: a match is shown as well as a miss. */

import type { ReactElement } from 'react'
import { guardWords } from '@laisee/core/words/guard/outcomes.ts'
import type { PayeeAnswer } from '@laisee/core/guard/payee-check.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import './payee-check.css'

interface PayeeCheckProps {
  check: { answer: PayeeAnswer; typed: string; name: string | null } | null
}

export function PayeeCheck({ check }: PayeeCheckProps): ReactElement | null {
  if (!check) return null
  // A function puts the names in, so that nothing in them is read as a pattern.
  const said = guardWords[languageNow()].payeeCheck[check.answer]
    .replace('{{typed}}', () => check.typed)
    .replace('{{name}}', () => check.name ?? '')
  return (
    <p className="guard-check" data-answer={check.answer}>
      <Icon name={check.answer === 'MTCH' ? 'check' : 'warn'} size={18} />
      <span dir="auto">{said}</span>
    </p>
  )
}
