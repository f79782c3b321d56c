/** Above the notices: how many requests wait for one's answer. In the wallet: the way to all of them. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { waitingQuery } from './returns-data.ts'

/** Nothing where nothing waits. */
export function ReturnsWaiting(): ReactElement | null {
  const { t } = useTranslation()
  const { data: waiting = [] } = useQuery(waitingQuery)
  const [first] = waiting
  if (!first) return null
  const inside = (
    <CellInside
      start={
        <span className="notice-icon" data-tone="hold">
          <Icon name="recall" size={20} />
        </span>
      }
      label={t('returns.waiting', { count: waiting.length })}
      note={t('returns.waitingNote')}
      leads
    />
  )
  return (
    <Cells>
      {waiting.length === 1 ? (
        <Link to="/returns/$requestId" params={{ requestId: first.id }} className="cell">
          {inside}
        </Link>
      ) : (
        <Link to="/returns" className="cell">
          {inside}
        </Link>
      )}
    </Cells>
  )
}

export function ReturnsEntry(): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      <Link to="/returns" className="cell">
        <CellInside
          start={<Icon name="recall" />}
          label={t('returns.entry')}
          note={t('returns.entryNote')}
          leads
        />
      </Link>
    </Cells>
  )
}
