/** A sentence, with the name of whom it is about. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../data/people-names.ts'
import type { Said } from './words-of.ts'

export function SaidText({ said }: { said: Said }): ReactElement {
  return said.who === null ? <Plain said={said} /> : <Named said={said} who={said.who} />
}

function Plain({ said }: { said: Said }): ReactElement {
  const { t } = useTranslation()
  return <>{said.say(t, '')}</>
}

function Named({ said, who }: { said: Said; who: string }): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(who, said.known)
  return <>{said.say(t, name)}</>
}
