/** A policy in sentences, as the service says it. */

import type { ReactElement } from 'react'
import { languageNow } from '../words.ts'
import type { Policy } from './policy-data.ts'

export function Sentences({ policy }: { policy: Pick<Policy, 'sentences'> }): ReactElement {
  return (
    <ul className="sentences">
      {policy.sentences[languageNow()].map(({ at, text }) => (
        <li key={at}>{text}</li>
      ))}
    </ul>
  )
}
