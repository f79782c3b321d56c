/** Plans for somebody that are not sent out yet: the way back to them, where one would send anew. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { plansQuery } from './plans-data.ts'
import { isUnfinished, progressOf } from './progress.ts'

export function OpenPlans({ payeeId }: { payeeId: string }): ReactElement | null {
  const { t } = useTranslation()
  const { data = [] } = useQuery(plansQuery)
  const open = data.filter((plan) => plan.payeeId === payeeId && isUnfinished(plan))
  if (open.length === 0) return null
  return (
    <Cells>
      {open.map((plan) => {
        const { sent, amount } = progressOf(plan)
        return (
          <Link key={plan.id} to="/plans/$planId" params={{ planId: plan.id }} className="cell">
            <CellInside
              label={t('ladder.plan.open', { total: plan.total })}
              note={t('ladder.plan.progress', { sent, count: plan.parts.length, amount })}
              leads
            />
          </Link>
        )
      })}
    </Cells>
  )
}
