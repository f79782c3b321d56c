/** Whom it is asked of and what they have of it, from the ledger; and who cannot be asked now, and why. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { usePersonName } from '../data/people-names.ts'
import { useNow } from '../data/service-time.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { languageNow, refusalText } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { Person } from './AskForm.tsx'
import type { Source } from './source.ts'

interface AskFactsProps {
  source: Source
  people: readonly Person[]
  isEveryone: boolean
}

export function AskFacts({ source, people, isEveryone }: AskFactsProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const cannot = people.filter(({ refusal }) => refusal !== null)
  const when = t('returns.ask.when', { at: momentText(t, source.sentAt, languageNow(), now) })
  const words = source.words === '' ? when : `${when} · ${source.words}`
  return (
    <section className="cells return-who">
      {isEveryone ? (
        <Everyone people={people} />
      ) : (
        people.slice(0, 1).map((person) => <One key={person.member.id} {...{ person, source }} />)
      )}
      <p className="return-second" dir="auto">
        {words}
      </p>
      {people.some(({ served, refusal }) => served && refusal === null) && (
        <p className="notice">{t('returns.ask.served')}</p>
      )}
      {cannot.length > 0 && (
        <div className="notice" data-tone="hold">
          {isEveryone ? (
            <div>
              <p>{t('returns.ask.cannot', { count: cannot.length })}</p>
              <ul>
                {cannot.map((person) => (
                  <li key={person.member.id}>
                    <Name person={person} />
                    {' · '}
                    {refusalText({ code: person.refusal! })}
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <p>{refusalText({ code: cannot[0]!.refusal! })}</p>
          )}
        </div>
      )}
    </section>
  )
}

function Name({ person: { member } }: { person: Person }): ReactElement {
  return <span dir="auto">{usePersonName(member.id, member.name)}</span>
}

function One({ person, source }: { person: Person; source: Source }): ReactElement {
  const { t } = useTranslation()
  const { member, received, left } = person
  const name = usePersonName(member.id, member.name)
  const isPart = left < received
  return (
    <div className="return-one">
      <PersonFace {...member} size={52} />
      <div className="return-one-main">
        <p dir="auto">
          {t(source.kind === 'packet' ? 'returns.ask.received' : 'returns.ask.receivedTransfer', { name })}
        </p>
        <p className="return-sum">
          <Amount fen={received} />
        </p>
        {isPart && (
          <p className="return-second">{t('returns.ask.before', { amount: received - left, left })}</p>
        )}
      </div>
    </div>
  )
}

const facesMax = 6

function Everyone({ people }: { people: readonly Person[] }): ReactElement {
  const { t } = useTranslation()
  const left = people.filter(({ refusal }) => refusal === null).reduce((so, person) => so + person.left, 0)
  return (
    <>
      <div className="return-faces">
        {people.slice(0, facesMax).map(({ member }) => (
          <PersonFace key={member.id} {...member} size={36} />
        ))}
        {people.length > facesMax && <span className="return-second">+{people.length - facesMax}</span>}
      </div>
      <p className="return-sum">
        <Amount fen={left} />
      </p>
      <p>{t('returns.ask.people', { count: people.length })}</p>
      <p className="return-second">{t('returns.ask.peopleNote')}</p>
    </>
  )
}
