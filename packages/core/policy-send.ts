/** Which chain of approval a send on behalf has to pass, by the organisation's policy. */

import { seat, type Chain, type ChainPeople, type SendParties } from './chain.ts'
import type { Amount } from './money.ts'
import type { OrganisationPolicy, Threshold } from './policy.ts'

/** What asks for approval of a send, who sends it, and to whom. */
export interface AskedSend extends SendParties {
  amount: Amount
  ruleAsks: boolean
}

/** The chain that a sum asks for: that of the highest one it reaches. */
export function chainOfSum(
  { thresholds, chains }: Pick<OrganisationPolicy, 'thresholds' | 'chains'>,
  amount: Amount,
): Chain | undefined {
  const reached = thresholds
    .filter((one) => amount >= one.amount)
    .reduce<Threshold | undefined>((most, one) => (most && most.amount > one.amount ? most : one), undefined)
  return chains.find(({ id }) => id === reached?.chainId)
}

/**
 * The chain a send has to pass: that of its sum, or that of rules where one of them asks. Where both ask it is the
 * stricter one, so that nothing that is asked makes it easier: the one of more steps; of as many, the one that needs
 * more people as they are seated now; else that of rules. Not both, one after the other: who sits in both would be
 * asked twice, and has one word only.
 */
export function chainFor(
  policy: OrganisationPolicy,
  { amount, ruleAsks, ...parties }: AskedSend,
  people: ChainPeople,
): { chain: Chain; why: 'threshold' | 'rule' } | undefined {
  const bySum = chainOfSum(policy, amount)
  const byRule = ruleAsks ? policy.chains.find(({ id }) => id === policy.rulesChainId) : undefined
  if (bySum && (!byRule || bySum === byRule || isStricter(bySum, byRule, people, parties)))
    return { chain: bySum, why: 'threshold' }
  return byRule && { chain: byRule, why: 'rule' }
}

function isStricter(one: Chain, other: Chain, people: ChainPeople, parties: SendParties): boolean {
  const more = one.steps.length - other.steps.length
  return (more || neededBy(one, people, parties) - neededBy(other, people, parties)) > 0
}

/** How many have to agree. A step of which nobody is left is still one administrator's. */
function neededBy(chain: Chain, people: ChainPeople, parties: SendParties): number {
  const steps = seat(chain, people, parties)
  return steps.reduce(
    (all, { manner, memberIds }) => all + (manner === 'all' ? Math.max(memberIds.length, 1) : 1),
    0,
  )
}
