/** From a send that waits, or waited, for approval to who is asked and what they have said: for whoever sent it. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import type { Packet, Transfer } from '../data/queries.ts'

/** Nothing where nobody was asked, and for everybody else. */
export function ApprovalLink({
  send,
}: {
  send: Pick<Packet | Transfer, 'id' | 'approveBy'>
}): ReactElement | null {
  const { t } = useTranslation()
  if (send.approveBy === null) return null
  return (
    <Link to="/approvals/$sendId" params={{ sendId: send.id }} className="cell">
      <CellInside label={t('onBehalf.approval')} leads />
    </Link>
  )
}
