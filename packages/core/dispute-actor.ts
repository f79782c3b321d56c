/**
 * Who acted in a dispute, as each who reads of it is told: the two sides, that staff of the service did; the staff, who of
 * them it was and in which role. Which key an operator used is told to nobody.
 */

import { isIdOf } from './ids.ts'

export const disputeRoles = ['dispute_agent', 'operator'] as const
export type DisputeRole = (typeof disputeRoles)[number]

/** What the sides are told instead of a name. */
export const staffWord = 'staff'

export interface ShownActor {
  /** A member; `operator`, `clock`, or `staff`. */
  by: string
  /** In which role of the service; null for a side, for the clock, and where a side reads it. */
  byRole: DisputeRole | null
}

/** Who acted, for whoever reads it, from what was kept of them. */
export function shownActor(
  by: string,
  { openerId, otherId }: { openerId: string; otherId: string },
  reader: 'side' | 'staff',
): ShownActor {
  if (by === openerId || by === otherId || by === 'clock') return { by, byRole: null }
  if (reader === 'side') return { by: staffWord, byRole: null }
  return isIdOf('member', by) ? { by, byRole: 'dispute_agent' } : { by: 'operator', byRole: 'operator' }
}
