/** What was decided, with the reasons both sides read and what it did to the money. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaffName } from '../parts/actor-name.ts'
import { Moment, Money } from '../parts/Said.tsx'
import type { CaseProps } from './CasePage.tsx'

const titles = { secured: 'securedTitle', decided: 'title', appeal_decided: 'appealTitle' } as const

export function Decisions({ dispute, money: { names } }: CaseProps): ReactElement | null {
  const { t } = useTranslation()
  const whoDid = useStaffName(names)
  const decisions = dispute.facts.filter(({ outcome }) => outcome !== null)
  if (decisions.length === 0) return null
  return (
    <section className="card">
      {decisions.map(({ no, kind, outcome, amount, effect, text, by, byRole, at, orderReference }) => (
        <div key={no} className="decision">
          <h2>
            {t(
              `deskCases.decision.${titles[kind === 'secured' || kind === 'decided' ? kind : 'appeal_decided']}`,
            )}
          </h2>
          <p className="tags">
            <strong>{t(`deskCases.decide.outcomes.${outcome!}`)}</strong>
            {amount !== null && <Money fen={amount} />}
            {effect !== null && <span>{t(`deskCases.decision.effects.${effect}`)}</span>}
            {orderReference !== null && (
              <span>{t('deskCases.decision.order', { reference: orderReference })}</span>
            )}
          </p>
          <blockquote className="said">
            {text}
            <footer>
              {whoDid({ by, byRole })} · <Moment at={at} />
            </footer>
          </blockquote>
        </div>
      ))}
    </section>
  )
}
