/** What was decided and why, what that did to the money, and the one appeal against it. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { AppealSheet } from './AppealSheet.tsx'
import type { SideProps } from './DisputePage.tsx'
import type { Dispute, Fact } from './disputes-data.ts'
import { lastOf } from './story.ts'

export function Decisions({ dispute, memberId }: SideProps): ReactElement | null {
  const { t } = useTranslation()
  const [isAppealing, setAppealing] = useState(false)
  const first = lastOf(dispute.facts, 'decided')
  // Until it is decided, what was frozen meanwhile stands here.
  const last = lastOf(dispute.facts, 'appeal_decided') ?? first ?? lastOf(dispute.facts, 'secured')
  if (!last) return null
  return (
    <section className="case-card decision" aria-labelledby="decision-title">
      <h2 id="decision-title">
        {t(last.kind === 'secured' ? 'disputeActs.decision.secured' : 'disputeActs.decision.title')}
      </h2>
      <Decided {...{ dispute, memberId }} fact={last} />
      {dispute.appealBy !== null && (
        <>
          <Button wide onClick={() => setAppealing(true)}>
            {t('disputeActs.appeal.do')}
          </Button>
          <p className="case-second case-centre">{t('disputeActs.appeal.note')}</p>
          <AppealSheet dispute={dispute} open={isAppealing} onClose={() => setAppealing(false)} />
        </>
      )}
      {first && last !== first && (
        <details>
          <summary>{t('disputeActs.decision.first')}</summary>
          <Decided {...{ dispute, memberId }} fact={first} />
        </details>
      )}
    </section>
  )
}

interface DecidedProps {
  dispute: Dispute
  memberId: string
  fact: Fact
}

function Decided({ dispute, memberId, fact }: DecidedProps): ReactElement {
  const { t } = useTranslation()
  const { outcome, amount, text, effect, effectId } = fact
  const isHolder = dispute.payerId !== memberId
  return (
    <div className="decided">
      {outcome !== null && (
        <p className="decided-outcome">
          {t(`disputeActs.decision.outcomes.${outcome}`, { amount: amount ?? dispute.amount })}
        </p>
      )}
      {effect !== null && <p>{t(`disputeActs.decision.effects.${effect}`)}</p>}
      {text !== null && (
        <blockquote>
          <span className="case-second">{t('disputeActs.decision.reasons')}</span>
          <p className="case-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      {effectId?.startsWith('rr_') && (
        <Link to="/returns/$requestId" params={{ requestId: effectId }}>
          {t('disputeActs.decision.toRequest')}
        </Link>
      )}
      {isHolder && effectId?.startsWith('frz_') && (
        <Link to="/freezes/$freezeId" params={{ freezeId: effectId }}>
          {t('disputeActs.decision.toFreeze')}
        </Link>
      )}
    </div>
  )
}
