/** From a packet or a transfer to its evidence pack. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'

export function EvidenceLink({ sourceId }: { sourceId: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      <Link to="/evidence/$sourceId" params={{ sourceId }} className="cell">
        <CellInside
          start={<Icon name="log" />}
          label={t('evidence.link')}
          note={t('evidence.linkNote')}
          leads
        />
      </Link>
    </Cells>
  )
}
