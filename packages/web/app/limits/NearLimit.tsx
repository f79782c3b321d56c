/**
 * One line where an amount is typed: what may still be sent by the limit that leaves least. It is there while the field
 * has the focus or anything typed; its place is kept, so that nothing jumps.
 */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { saidOf, useNear, type SumTyped } from './use-near.ts'
import './near-limit.css'

interface NearLimitProps extends SumTyped {
  /** Whether anything is typed. */
  isTyped: boolean
}

export function NearLimit({ isTyped, ...typed }: NearLimitProps): ReactElement | null {
  const { t } = useTranslation()
  const near = useNear(typed)
  if (!near) return null
  const { kind, isOver } = near
  return (
    <p
      className={isOver ? 'amount-problem' : 'amount-balance near-limit'}
      data-typed={isTyped}
      role={isOver ? 'alert' : 'status'}
    >
      {t(`limits.${isOver ? 'overIts' : 'rest'}.${kind}`, { amount: saidOf(near) })}
    </p>
  )
}
