/**
 * One line where an amount is typed: what may still be sent by the limit that leaves least. It is there while the field
 * has the focus or anything typed; its place is kept, so that nothing jumps.
 */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationLimitsQuery } from '../on-behalf/on-behalf-data.ts'
import { limitsQuery } from './limits-data.ts'
import { nearest, type Standing } from './near-limit.ts'
import './near-limit.css'

interface NearLimitProps {
  amount: bigint | undefined
  /** In how many shares. */
  count?: number | undefined
  /** The organisation whose money it is; empty for one's own. */
  onBehalfOf: string
  /** Whether anything is typed. */
  isTyped: boolean
}

export function NearLimit({ onBehalfOf, ...typed }: NearLimitProps): ReactElement | null {
  return onBehalfOf === '' ? <OwnLimit {...typed} /> : <OrganisationLimit id={onBehalfOf} {...typed} />
}

type Typed = Omit<NearLimitProps, 'onBehalfOf'>

function OwnLimit(typed: Typed): ReactElement | null {
  const { data } = useQuery(limitsQuery)
  return data ? <Line limits={data.limits} {...typed} /> : null
}

function OrganisationLimit({ id, ...typed }: Typed & { id: string }): ReactElement | null {
  const { data } = useQuery(organisationLimitsQuery(id))
  return data ? <Line limits={data.limits} {...typed} /> : null
}

function Line({ limits, amount, count, isTyped }: Typed & { limits: readonly Standing[] }) {
  const { t } = useTranslation()
  const near = nearest(limits, amount, count)
  if (!near) return null
  const { kind, left, max, isOver } = near
  const text = t(`limits.${isOver ? 'overIts' : 'rest'}.${kind}`, { amount: kind === 'share' ? max : left })
  return (
    <p
      className={isOver ? 'amount-problem' : 'amount-balance near-limit'}
      data-typed={isTyped}
      role={isOver ? 'alert' : 'status'}
    >
      {text}
    </p>
  )
}
