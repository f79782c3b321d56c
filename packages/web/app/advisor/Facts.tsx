/** The facts the plan stands on, each to be changed by a tap, and those whose answer would change it most. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanSteps } from '@laisee/core/advisor/plan.ts'
import { questionsOf } from '@laisee/core/advisor/questions.ts'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { FactChip } from './FactChip.tsx'
import { ledgerFields, type Told } from './told.ts'

/** More at once would be a form. */
const askedMax = 4

const shown: readonly Field[] = [
  ...(['platform', 'product', 'phase', 'sentAt', 'amount', 'cause', 'relation', 'noticedAt'] as const),
  ...(['reachability', 'waiver', 'province'] as const),
]

interface FactsProps {
  plan: PlanSteps
  situation: Situation
  told: Told
  onAnswer: (field: Field, answered: Partial<Situation>) => void
}

export function Facts({ plan, situation, told, onAnswer }: FactsProps): ReactElement {
  const { t } = useTranslation()
  const isFixed = (field: Field) => told.record !== undefined && ledgerFields.includes(field)
  const said = shown.filter((field) => told.situation[field] !== null && !isFixed(field))
  const asked = questionsOf(situation, plan.at)
    .filter(({ field }) => !isFixed(field))
    .slice(0, askedMax)
  return (
    <section className="cells plan-known">
      {asked.length > 0 && (
        <>
          <h2>{t('advisorPage.plan.better')}</h2>
          <p className="help-note">{t('advisorBelow.betterNote')}</p>
          <div className="help-chips">
            {asked.map(({ field }) => (
              <FactChip key={field} field={field} situation={situation} onAnswer={onAnswer} />
            ))}
          </div>
        </>
      )}
      {said.length > 0 && (
        <>
          <h2>{t('advisorBelow.told')}</h2>
          <p className="help-note">{t('advisorBelow.toldNote')}</p>
          <div className="help-chips">
            {said.map((field) => (
              <FactChip key={field} field={field} situation={told.situation} onAnswer={onAnswer} />
            ))}
          </div>
        </>
      )}
      {told.record !== undefined && <FromRecord told={told} />}
    </section>
  )
}

function FromRecord({ told }: { told: Told }): ReactElement | null {
  const { t } = useTranslation()
  const { record } = told
  if (record === undefined) return null
  const label = t('advisorBelow.seeLedger')
  return (
    <p className="plan-record">
      {t('advisorBelow.toldLedger', { at: momentText(t, record.readAt, languageNow(), serviceNow()) })}{' '}
      {record.kind === 'packet' ? (
        <Link to="/packets/$packetId" params={{ packetId: record.id }}>
          {label}
        </Link>
      ) : (
        <Link to="/transfers/$transferId" params={{ transferId: record.id }}>
          {label}
        </Link>
      )}
    </p>
  )
}
