/** The guard's reasons, each in its own sentence. */

import type { ReactElement } from 'react'
import { sayReason } from '@laisee/core/words/guard/say-reason.ts'
import { languageNow } from '../words.ts'

interface ReasonsProps {
  reasons: readonly { code: string; data: Record<string, unknown> }[]
  /** What is said where there are none. */
  none: string
}

export function Reasons({ reasons, none }: ReasonsProps): ReactElement {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (reasons.length === 0) return <p className="second">{none}</p>
  return (
    <ul className="risks">
      {reasons.map((reason, i) => (
        <li key={i}>{sayReason(languageNow(), reason as Parameters<typeof sayReason>[1], { timeZone })}</li>
      ))}
    </ul>
  )
}
