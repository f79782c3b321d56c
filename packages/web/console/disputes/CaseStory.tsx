/** Everything that happened to a dispute, in order. What was said stands with the sides and the decisions. */

import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../app/data/service-time.ts'
import { fullText } from '../../app/words/moments.ts'
import { Moment } from '../parts/Said.tsx'
import { useActorName, useStaffName } from '../parts/actor-name.ts'
import { languageNow } from '../words.ts'
import type { CaseProps } from './CasePage.tsx'
import type { DisputeFact } from './disputes-data.ts'

interface Teller {
  t: TFunction
  whoDid: ReturnType<typeof useStaffName>
  nameOf: (id: string) => string
  now: number
}

/** One thing that happened, in a sentence. */
function say(fact: DisputeFact, { t, whoDid, nameOf, now }: Teller): string {
  const { kind, by, toId, outcome, answerBy } = fact
  const who = whoDid(fact)
  if (kind === 'assigned')
    return toId === by || toId === null
      ? t('deskCases.story.taken', { who })
      : t('deskCases.story.assigned', { who, to: nameOf(toId) })
  if (kind === 'asked') {
    const at = answerBy === null ? '' : fullText(answerBy, languageNow(), now)
    return t('deskCases.story.asked', { who, to: nameOf(toId ?? ''), at })
  }
  if (kind === 'decided' || kind === 'appeal_decided') {
    const says = outcome === null ? '' : t(`deskCases.decide.outcomes.${outcome}`)
    return t(`deskCases.story.${kind}`, { who, outcome: says })
  }
  return t(`deskCases.story.${kind}`, { who })
}

export function CaseStory({ dispute, money: { names } }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const nameOf = useActorName(names)
  const whoDid = useStaffName(names)
  return (
    <section className="card">
      <h2>{t('deskCases.story.title')}</h2>
      <ol className="send-story">
        {dispute.facts.map((fact) => (
          <li key={fact.no}>
            <Moment at={fact.at} />
            <span>
              {say(fact, { t, whoDid, nameOf, now })}
              {fact.kind === 'asked' && <q>{fact.text}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
