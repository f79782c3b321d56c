/** Where evidence begins without a case at hand: a payment on WeChat, and checking a pack that somebody handed over. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { onWechat } from './evidence-data.ts'

export function EvidenceEntries(): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells title={t('evidence.link')}>
      <Link to="/evidence/$sourceId" params={{ sourceId: onWechat }} className="cell">
        <CellInside label={t('evidence.titleWechat')} leads />
      </Link>
      <Link to="/verify" className="cell">
        <CellInside label={t('evidence.check')} leads />
      </Link>
    </Cells>
  )
}
