/** The way from a packet or transfer to its receipts. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'

export function ReceiptsLink({ sourceId }: { sourceId: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <Link to="/receipts/$sourceId" params={{ sourceId }} className="cell">
      <CellInside label={t('receipts.link')} note={t('receipts.linkNote')} leads />
    </Link>
  )
}
