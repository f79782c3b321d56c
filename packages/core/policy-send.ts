/** Which chain of approval a send on behalf has to pass, by the organisation's policy. */

import type { Chain } from './chain.ts'
import type { Amount } from './money.ts'
import type { OrganisationPolicy, Threshold } from './policy.ts'

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
