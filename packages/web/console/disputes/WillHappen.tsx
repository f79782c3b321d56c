/** What a decision does to the money, line by line, and what it does not do: said before it is made. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseProps } from './CasePage.tsx'
import { effectsOf, type DecisionForm } from './decision-form.ts'
import { nameBy } from './disputes-data.ts'

export function WillHappen({ form, dispute, money }: CaseProps & { form: DecisionForm }): ReactElement {
  const { t } = useTranslation()
  const { names, holderId, payerId, paidFromId } = money
  const people = {
    holder: nameBy(names, holderId),
    payer: nameBy(names, payerId),
    account: t('deskCases.money.ownWallet', { name: nameBy(names, paidFromId) }),
  }
  const { does, doesNot } = effectsOf(form, money)
  const after = form.outcome === 'freeze' ? 'notDecided' : dispute.state === 'appealed' ? 'final' : 'appeal'
  return (
    <>
      <p className="dialog-text">
        <strong>{t(`deskCases.decide.outcomes.${form.outcome}`)}</strong>
      </p>
      <h3>{t('deskCases.decide.will')}</h3>
      <ul className="will">
        {does.map(({ word, amount, frozen = 0, rest = 0, balance = 0 }) => (
          <li key={word}>
            {t(`deskCases.decide.does.${word}`, { ...people, amount, frozen, rest, balance })}
          </li>
        ))}
        <li>{t('deskCases.decide.does.told')}</li>
        <li>{t(`deskCases.decide.does.${after}`, people)}</li>
      </ul>
      <h3>{t('deskCases.decide.wont')}</h3>
      <ul className="will is-not">
        <li>{t(`deskCases.decide.doesNot.${doesNot}`, people)}</li>
      </ul>
      <h3>{t('deskCases.decide.reasons')}</h3>
      <blockquote className="said">{form.reasons}</blockquote>
    </>
  )
}
