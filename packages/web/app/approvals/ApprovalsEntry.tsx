/** Above the notices: how many sends wait for one's word, and how long the first of them does. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { spanText } from '../words/moments.ts'
import { waitingQuery } from './approvals-data.ts'

export function ApprovalsEntry(): ReactElement | null {
  const { t } = useTranslation()
  const { data: waiting = [] } = useQuery(waitingQuery)
  const now = useNow(60_000)
  const [first] = waiting
  if (!first) return null
  const span = spanText(t, Date.parse(first.approveBy) - now)
  return (
    <Cells>
      <Link to="/approvals" className="cell">
        <CellInside
          start={
            <span className="notice-icon" data-tone="hold">
              <Icon name="hand" size={20} />
            </span>
          }
          label={t('approvals.entry', { count: waiting.length })}
          note={t('approvals.entryNote', { span })}
          leads
        />
      </Link>
    </Cells>
  )
}
