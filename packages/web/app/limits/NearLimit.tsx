/** One line where an amount is typed: what may still be sent, once that is near. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { limitsQuery } from './limits-data.ts'
import { nearest } from './near-limit.ts'

export function NearLimit({ amount }: { amount: bigint | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useQuery(limitsQuery)
  const near = data && nearest(data.limits, amount)
  if (!near) return null
  const { kind, left, isOver } = near
  const over = kind === 'day' ? 'limits.over' : 'limits.overMonth'
  const nearKey = kind === 'day' ? 'limits.near' : 'limits.nearMonth'
  return (
    <p className={isOver ? 'amount-problem' : 'amount-balance'} role={isOver ? 'alert' : 'status'}>
      {t(isOver ? over : nearKey, { amount: left })}
    </p>
  )
}
