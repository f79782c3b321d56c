/** What half of a ladder a transfer is, what the other one is, and what the payee's word on it means. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import type { Transfer } from '../data/queries.ts'
import type { Side } from './story.ts'

export function LadderCard({ transfer, side }: { transfer: Transfer; side: Side }): ReactElement | null {
  const { t } = useTranslation()
  const { ladder } = transfer
  if (!ladder) return null
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

/** The way to the plan that a transfer is a part of. */
export function PlanLink({ plan: { id, no } }: { plan: NonNullable<Transfer['plan']> }): ReactElement {
  const { t } = useTranslation()
  return (
    <Link to="/plans/$planId" params={{ planId: id }} className="cell">
      <CellInside label={t('ladder.plan.of', { no })} leads />
    </Link>
  )
}
