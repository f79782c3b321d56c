/** The two sides beside each other: what each said, answered and handed in. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentButton } from '../documents/DocumentButton.tsx'
import { Moment, PersonName } from '../parts/Said.tsx'
import type { CaseProps } from './CasePage.tsx'
import { nameBy, type Dispute, type DisputeFact } from './disputes-data.ts'

export function CaseSides({ dispute, money: { names } }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const { openerId, otherId, facts, documentsThatHelp } = dispute
  const kinds = documentsThatHelp.map((kind) => t(`deskCases.documents.${kind}`)).join(t('desk.separator'))
  return (
    <section className="card">
      <h2>{t('deskCases.sides.title')}</h2>
      <div className="sides">
        {[openerId, otherId].map((id) => (
          <section key={id} className="side" aria-label={nameBy(names, id)}>
            <h3>
              <PersonName id={id} name={nameBy(names, id)} />
              <span className="second">
                {t(id === openerId ? 'deskCases.sides.opener' : 'deskCases.sides.other')}
              </span>
            </h3>
            <Said facts={facts.filter(({ by }) => by === id)} />
            {id === openerId && <Answers dispute={dispute} />}
            <Documents facts={facts.filter(({ by }) => by === id)} />
          </section>
        ))}
      </div>
      <p className="second">{t('deskCases.sides.helpful', { kinds })}</p>
    </section>
  )
}

const words: ReadonlySet<DisputeFact['kind']> = new Set(['opened', 'statement', 'appealed'])

function Said({ facts }: { facts: readonly DisputeFact[] }): ReactElement {
  const { t } = useTranslation()
  const said = facts.filter(({ kind, text }) => words.has(kind) && text !== null)
  if (said.length === 0) return <p className="second">{t('deskCases.sides.nothing')}</p>
  return (
    <>
      {said.map(({ no, at, text }) => (
        <blockquote key={no} className="said">
          {text}
          <footer>
            <Moment at={at} />
          </footer>
        </blockquote>
      ))}
    </>
  )
}

function Answers({ dispute: { answers } }: { dispute: Dispute }): ReactElement | null {
  const { t } = useTranslation()
  if (answers.length === 0) return null
  return (
    <dl className="answers" aria-label={t('deskCases.sides.answers')}>
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{t(`deskCases.questions.${question}`)}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}

function Documents({ facts }: { facts: readonly DisputeFact[] }): ReactElement | null {
  const { t } = useTranslation()
  const documents = facts.filter(({ kind, documentId }) => kind === 'document' && documentId !== null)
  if (documents.length === 0) return null
  return (
    <ul className="side-documents" aria-label={t('deskCases.sides.documents')}>
      {documents.map(({ no, documentId }, i) => (
        <li key={no}>
          <DocumentButton id={documentId!} label={t('deskCases.sides.document', { no: i + 1 })} />
        </li>
      ))}
    </ul>
  )
}
