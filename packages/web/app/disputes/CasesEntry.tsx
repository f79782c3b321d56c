/** The way to one's disputes and freezes: above the notices while one of them is under way, in the wallet always. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenDispute } from '@laisee/core/dispute.ts'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lastingQuery } from '../freezes/freezes-data.ts'
import { latestDisputesQuery } from './disputes-data.ts'

function useOpenCount(): number {
  const { data: disputes = [] } = useQuery(latestDisputesQuery)
  const { data: freezes = [] } = useQuery(lastingQuery)
  return disputes.filter(isOpenDispute).length + freezes.length
}

/** Nothing where nothing is under way. */
export function CasesUnderWay(): ReactElement | null {
  const { t } = useTranslation()
  const count = useOpenCount()
  if (count === 0) return null
  return (
    <Cells>
      <Link to="/cases" className="cell">
        <CellInside
          start={
            <span className="notice-icon" data-tone="ice">
              <Icon name="shield" size={20} />
            </span>
          }
          label={t('cases.entry')}
          note={t('cases.open', { count })}
          leads
        />
      </Link>
    </Cells>
  )
}

export function CasesEntry(): ReactElement {
  const { t } = useTranslation()
  const count = useOpenCount()
  return (
    <Cells>
      <Link to="/cases" className="cell">
        <CellInside
          start={<Icon name="shield" />}
          label={t('cases.entry')}
          note={count > 0 ? t('cases.open', { count }) : t('cases.entryNote')}
          leads
        />
      </Link>
    </Cells>
  )
}
