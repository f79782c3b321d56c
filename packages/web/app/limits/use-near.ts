/** The limit that a typed sum comes nearest to, one's own or an organisation's, and why it cannot be sent where it is more. */

import { useQuery, type Query } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { organisationLimitsQuery } from '../on-behalf/on-behalf-data.ts'
import { limitsQuery } from './limits-data.ts'
import { nearest, type Nearness, type Standing } from './near-limit.ts'

export interface SumTyped {
  amount: bigint | undefined
  /** In how many shares. */
  count?: number | undefined
  /** The organisation whose money it is; empty for one's own. */
  onBehalfOf: string
}

/** A day ends and a limit is raised while a form stands open: what keeps a send shut is asked again. */
const shutMs = 20_000

export function useNear({ amount, count, onBehalfOf }: SumTyped): Nearness | undefined {
  const near = (limits: readonly Standing[] | undefined) => limits && nearest(limits, amount, count)
  const refetchInterval = ({ state }: { state: Query<{ limits: readonly Standing[] }>['state'] }) =>
    near(state.data?.limits)?.isOver === true && shutMs
  const isOwn = onBehalfOf === ''
  const own = useQuery({ ...limitsQuery, refetchInterval, enabled: isOwn })
  const theirs = useQuery({ ...organisationLimitsQuery(onBehalfOf), refetchInterval, enabled: !isOwn })
  return near((isOwn ? own : theirs).data?.limits)
}

/** Which limit is passed, in words; nothing where none is. No step and nobody's word lets such a send through. */
export function useOverLimit(typed: SumTyped): string | undefined {
  const { t } = useTranslation()
  const near = useNear(typed)
  return near?.isOver ? t(`limits.overIts.${near.kind}`, { amount: saidOf(near) }) : undefined
}

/** The sum a limit is said by: a share's is that of one, however many there are. */
export function saidOf({ kind, left, max }: Nearness): number {
  return kind === 'share' ? max : left
}
