/** Who of the service's staff may make the pack of a dispute, and who may read it. */

import { refuse, type Refusal } from '../refusals.ts'

export interface PackStaff {
  /** The agent or the operator's key. */
  by: string
  isOperator: boolean
  /** Whether they sent it, received it, or are a side. */
  isParty: boolean
}

/** May they make one? Whoever has the dispute in hand, or the operator; never a party. */
export function decideMakePack(agentId: string | null, staff: PackStaff): 'make' | Refusal {
  const { by, isOperator } = staff
  const may = decideReadPack(staff)
  if (may !== 'read') return may
  return isOperator || agentId === by ? 'make' : refuse('not_in_hand', { agentId })
}

/** May they read it? Whoever works on disputes or audits them, but a party: theirs is what a party may see. */
export function decideReadPack({ isParty }: Pick<PackStaff, 'isParty'>): 'read' | Refusal {
  return isParty ? refuse('own_act') : 'read'
}
