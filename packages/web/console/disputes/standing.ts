/** What whoever is at the desk may do with a dispute, and why not. The service decides again; here it is said before. */

import { useAtDesk } from '../data/organisation-data.ts'
import type { Dispute } from './disputes-data.ts'

export type WhyNot = 'readOnly' | 'own' | 'over' | 'decidedBefore' | 'elses' | 'decided'

export interface Standing {
  whyNot: WhyNot | null
  /** Note, ask and decide: whoever has it in hand. */
  mayWork: boolean
  /** Nobody has it, and this agent may take it. */
  mayTake: boolean
  /** Give it to another, or take it over. */
  mayAssign: boolean
}

/** Pure: who is at the desk, with which office, and the dispute. */
export function standingAt(dispute: Dispute, memberId: string, isAgent: boolean): Standing {
  const whyNot = whyNotOf(dispute, memberId, isAgent)
  const isUndecided = dispute.state !== 'decided' && whyNot !== 'over'
  return {
    whyNot,
    mayWork: whyNot === null && dispute.agentId === memberId,
    mayTake: whyNot === null && dispute.agentId === null,
    mayAssign: isAgent && isUndecided && whyNot !== 'own' && whyNot !== 'readOnly',
  }
}

function whyNotOf(dispute: Dispute, memberId: string, isAgent: boolean): WhyNot | null {
  const { state, openerId, otherId, agentId, facts } = dispute
  if (!isAgent) return 'readOnly'
  if (memberId === openerId || memberId === otherId) return 'own'
  if (state === 'closed' || state === 'withdrawn') return 'over'
  if (state === 'decided') return 'decided'
  if (decidedBefore(facts, memberId)) return 'decidedBefore'
  return agentId !== null && agentId !== memberId ? 'elses' : null
}

/** Whether this member made the decision that is appealed against. */
export function decidedBefore(facts: Dispute['facts'], memberId: string): boolean {
  const isAppealed = facts.some(({ kind }) => kind === 'appealed')
  return isAppealed && facts.some(({ kind, by }) => kind === 'decided' && by === memberId)
}

export function useStanding(dispute: Dispute): Standing {
  const { memberId, has } = useAtDesk()
  return standingAt(dispute, memberId, has('dispute_agent'))
}
