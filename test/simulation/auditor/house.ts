/** The service's own organisation: its dispute agents work on disputes and freezes, its auditors read everything. */

import { no, type Packet, type Verdict, type World } from './world.ts'

/** What somebody is in the house now: nothing, for everybody else. */
function rolesInHouse(w: World, member: string): readonly string[] {
  const house = [...w.organisations.values()].find((o) => o.isHouse)
  const place = house?.people.get(member)
  return place?.state === 'active' ? place.roles : []
}

export const isAgent = (w: World, member: string) => rolesInHouse(w, member).includes('dispute_agent')

/** Whether the operator, or somebody of the house in one of these roles. */
export function isStaff(w: World, as: string, ...roles: string[]): boolean {
  return as === 'operator' || rolesInHouse(w, as).some((role) => roles.includes(role))
}

/** To whoever is not of the house there is nothing; whoever is in another role is told which it takes. */
export function barredFromStaff(w: World, as: string, ...roles: string[]): Verdict | undefined {
  if (isStaff(w, as, ...roles)) return undefined
  return rolesInHouse(w, as).length === 0 ? no('not_found') : no('role_missing', { roles })
}

/** Whether somebody sent a packet, was meant to have it, or has a share of it. */
export function isPartyToPacket(p: Packet, member: string): boolean {
  const named = p.audience === 'members' && p.inside!.has(member)
  return [p.payer, p.recipient].includes(member) || named || p.claims.some((claim) => claim.member === member)
}
