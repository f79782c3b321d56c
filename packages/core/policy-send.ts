/** What an organisation's policy says of one send: whether its limits let it go, and which chain it has to pass. */

import type { Chain } from './chain.ts'
import { leftOf, type Counted, type Left, type LimitKind, type Spending } from './limits.ts'
import type { Amount } from './money.ts'
import type { OrganisationPolicy, Threshold } from './policy.ts'
import { refuse, type Refusal, type RefusalCode } from './refusals.ts'
import type { Periods } from './wall-day.ts'

const limitCodes: Record<LimitKind, RefusalCode> = {
  share: 'limit_share',
  send: 'limit_send',
  day: 'limit_day',
  month: 'limit_month',
}

/** May this be sent by the organisation's limits, given what this sender has sent on its behalf in these periods? */
export function decideOrganisationLimits(
  { limits }: Pick<OrganisationPolicy, 'limits'>,
  ask: Spending,
  counted: Counted,
  periods: Periods,
): 'within' | Refusal {
  const { field, amount, count } = ask
  const no = (kind: LimitKind, more: Record<string, string | number> = {}) =>
    refuse(limitCodes[kind], { field, max: Number(limits[kind]), layer: 'organisation', ...more })
  if (limits.share !== null && amount > limits.share * BigInt(count)) return no('share')
  if (limits.send !== null && amount > limits.send) return no('send')
  for (const kind of ['day', 'month'] as const) {
    const max = limits[kind]
    if (max === null || amount <= leftOf(max, counted[kind])) continue
    const left = Number(leftOf(max, counted[kind]))
    return no(kind, { left, renewsAt: new Date(periods[kind].endsAt).toISOString() })
  }
  return 'within'
}

/** What an organisation's limits leave this sender after a send of this sum; null where there is no limit. */
export function leftInOrganisation(
  { limits }: Pick<OrganisationPolicy, 'limits'>,
  amount: Amount,
  counted: Counted,
): Left {
  const after = (kind: 'day' | 'month') => {
    const max = limits[kind]
    return max === null ? null : leftOf(max, counted[kind] + amount)
  }
  return { day: after('day'), month: after('month') }
}

/** The chain a send has to pass: that of the highest sum it reaches, or that of rules where one of them asks. */
export function chainFor(
  { thresholds, chains, rulesChainId }: OrganisationPolicy,
  amount: Amount,
  ruleAsks: boolean,
): { chain: Chain; why: 'threshold' | 'rule' } | undefined {
  const reached = thresholds
    .filter((one) => amount >= one.amount)
    .reduce<Threshold | undefined>((most, one) => (most && most.amount > one.amount ? most : one), undefined)
  const id = reached?.chainId ?? (ruleAsks ? rulesChainId : null)
  const chain = chains.find((one) => one.id === id)
  return chain && { chain, why: reached ? 'threshold' : 'rule' }
}
