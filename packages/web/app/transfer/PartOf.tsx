/** What a transfer is a part of: a ladder, with what the payee's word on it means; or a plan, with the way to it. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import type { Transfer } from '../data/queries.ts'
import type { Side } from './story.ts'

interface PartOfProps {
  transfer: Transfer
  side: Side
}

export function PartOf({ transfer, side }: PartOfProps): ReactElement | null {
  const { ladder, plan } = transfer
  if (plan)
    return (
      <Cells>
        <PlanLink plan={plan} />
      </Cells>
    )
  return ladder && <LadderCard {...{ transfer, side, ladder }} />
}

function LadderCard({ transfer, side, ladder }: PartOfProps & { ladder: NonNullable<Transfer['ladder']> }) {
  const { t } = useTranslation()
  const { part, otherId, first, rest } = ladder
  const key = side === 'payer' ? (`${part}Payer` as const) : (`${part}Payee` as const)
  const other = part === 'first' ? 'rest' : 'first'
  const isBoth = transfer.may.includes('undo')
  return (
    <Cells title={t('ladder.card.title')}>
      <p className="ladder-says" role="note">
        {t(`ladder.card.${key}`, { first, rest })}
        {isBoth && ` ${t('ladder.card.undoBoth', { total: first + rest })}`}
      </p>
      <Link
        to="/transfers/$transferId"
        params={{ transferId: otherId }}
        className="cell"
        aria-label={`${t(`ladder.card.${other}`)} ${t('common.yuan', { amount: ladder[other] })}`}
      >
        <CellInside label={t(`ladder.card.${other}`)} end={<Amount fen={ladder[other]} />} leads />
      </Link>
    </Cells>
  )
}

function PlanLink({ plan: { id, no } }: { plan: NonNullable<Transfer['plan']> }): ReactElement {
  const { t } = useTranslation()
  return (
    <Link to="/plans/$planId" params={{ planId: id }} className="cell">
      <CellInside label={t('ladder.plan.of', { no })} leads />
    </Link>
  )
}
