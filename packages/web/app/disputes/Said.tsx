/** What each side says, in order, as the service shows it to both. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { SideProps } from './DisputePage.tsx'
import { mayAdd, wordsOf } from './story.ts'

export function Said({ dispute, memberId, other }: SideProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { facts, answers } = dispute
  const words = wordsOf(facts)
  const hasOther = words.some(({ by }) => by !== memberId)
  return (
    <section className="case-card" aria-labelledby="said-title">
      <h2 id="said-title">{t('disputes.said.title')}</h2>
      <ol className="case-list">
        {words.map(({ no, by, at, kind, text }) => (
          <li key={no} className="said" data-mine={by === memberId || undefined}>
            <p className="case-second">
              {by === memberId ? t('disputes.said.mine') : t('disputes.said.others', { name: other })}
              {' · '}
              {momentText(t, at, languageNow(), now)}
            </p>
            <p className="case-words" dir="auto">
              {text}
            </p>
            {kind === 'opened' && answers.length > 0 && (
              <dl className="said-answers">
                {answers.map(({ question, answer }) => (
                  <div key={question}>
                    <dt>{t(`disputeForm.questions.${question}`)}</dt>
                    <dd className="case-words" dir="auto">
                      {answer}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {!hasOther && mayAdd(dispute) && (
        <p className="case-second">{t('disputes.said.nothingYet', { name: other })}</p>
      )}
    </section>
  )
}
