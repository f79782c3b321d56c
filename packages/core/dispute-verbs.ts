/** Who may do what in a dispute, as pure rules: a decision or a refusal, in the order of the registry. */

import { disputeFactsMax, isOpenDispute, type DisputeOutcome, type DisputeStanding } from './dispute.ts'
import { toIso } from './instant.ts'
import type { Amount } from './money.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

const over = (standing: DisputeStanding): Refusal => refuse('dispute_over', { state: standing.state })

/** May this member open one? The payer or whoever has the money, about the other, one at a time. */
export function decideOpenDispute(facts: {
  received: Amount | undefined
  hasOpen: boolean
}): { amount: Amount } | Refusal {
  if (facts.received === undefined) return refuse('nothing_to_return')
  return facts.hasOpen ? refuse('already_disputed') : { amount: facts.received }
}

/** May a side add to it: what they say, a document? Until it is decided, and again while an appeal waits. */
export function decideAddToDispute(standing: DisputeStanding, factCount: number): 'add' | Refusal {
  if (!isOpenDispute(standing) || standing.state === 'decided') return over(standing)
  return factCount >= disputeFactsMax ? refuse('dispute_full', { max: disputeFactsMax }) : 'add'
}

/** May whoever opened it take it back? Until it is decided. */
export function decideWithdrawDispute(standing: DisputeStanding): 'withdraw' | Refusal {
  return standing.decidedAt === null && isOpenDispute(standing) ? 'withdraw' : over(standing)
}

export interface AgentFacts {
  by: string
  /** Whether the one who acts sent it, received it, is a side, or has an open dispute of their own with one. */
  isParty: boolean
}

/** May it be given to this agent? Never to a party; an appeal never to whoever decided it. */
export function decideAssign(
  standing: DisputeStanding,
  to: { id: string; isParty: boolean; isAgent: boolean },
  { isParty }: AgentFacts,
): 'assign' | Refusal {
  if (isParty || to.isParty || (standing.appealed && standing.decidedBy === to.id)) return refuse('own_act')
  if (!to.isAgent) return refuse('agent_unfit', { field: 'agentId' })
  return isOpenDispute(standing) && standing.state !== 'decided' ? 'assign' : over(standing)
}

/** May this agent work on it: note, ask, decide? Whoever has it in hand, or an operator where nobody has. */
export function decideWork(standing: DisputeStanding, { by, isParty }: AgentFacts): 'work' | Refusal {
  if (isParty || (standing.appealed && standing.decidedBy === by)) return refuse('own_act')
  if (!isOpenDispute(standing)) return over(standing)
  if (standing.agentId !== null && standing.agentId !== by)
    return refuse('not_in_hand', { agentId: standing.agentId })
  return 'work'
}

/** May this agent ask a side for more? Not about what is decided: a decision stands until somebody appeals. */
export function decideAskSide(standing: DisputeStanding, agent: AgentFacts): 'ask' | Refusal {
  const may = decideWork(standing, agent)
  if (isRefusal(may)) return may
  return standing.state === 'decided' ? over(standing) : 'ask'
}

/**
 * May this agent decide it now? Whoever has it in hand, once the other side has spoken or has had their time for it. A
 * part is of what is disputed, and not all of it. To freeze meanwhile is no decision: it waits for nobody's word, and
 * everything can still be decided after it.
 */
export function decideDecision(
  standing: DisputeStanding,
  agent: AgentFacts,
  { outcome, amount, disputed }: { outcome: DisputeOutcome; amount: Amount | null; disputed: Amount },
): { kind: 'secured' | 'decided' | 'appeal_decided' } | Refusal {
  const may = decideWork(standing, agent)
  if (isRefusal(may) && may.code === 'own_act') return may
  if (outcome === 'part' && (amount === null || amount >= disputed))
    return refuse('return_above_left', { field: 'amount', left: Number(disputed) })
  if (standing.state === 'decided') return over(standing)
  if (isRefusal(may)) return may
  if (standing.agentId === null) return refuse('not_assigned')
  if (outcome === 'freeze') return { kind: 'secured' }
  if (standing.hearing !== null) return unheard(standing.hearing)
  return { kind: standing.appealed ? 'appeal_decided' : 'decided' }
}

function unheard({ memberId, until }: NonNullable<DisputeStanding['hearing']>): Refusal {
  return refuse('side_unheard', { memberId, hearBy: toIso(until) })
}

/** May a side appeal? Once, within a week of the decision. */
export function decideAppealDispute(standing: DisputeStanding): 'appeal' | Refusal {
  if (standing.appealed) return refuse('already_appealed')
  if (standing.state !== 'decided')
    return standing.state === 'closed' || standing.state === 'withdrawn'
      ? over(standing)
      : refuse('not_decided')
  return 'appeal'
}
