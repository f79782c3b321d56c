/** Lists of organisations: all of them for the operator, a member's own places for the member. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { membershipsOfMember, pageOfOrganisations, type OrganisationRow } from './organisations.sql.ts'
import { membershipOf, readOrganisation } from './standing.ts'

/** A page of all organisations, newest first, from before a place. */
export function listOrganisations(
  tx: Tx,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<OrganisationRow[]> {
  return tx.run(pageOfOrganisations, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}

/** Where a member is, or is invited: each organisation with what it knows of them. */
export async function placesOf(tx: Tx, memberId: string) {
  const places: {
    organisation: OrganisationRow
    own: NonNullable<Awaited<ReturnType<typeof membershipOf>>>
  }[] = []
  for (const { organisationId } of await tx.run(membershipsOfMember, memberId)) {
    const organisation = await readOrganisation(tx, organisationId)
    const own = await membershipOf(tx, organisationId, memberId)
    if (organisation && own) places.push({ organisation, own })
  }
  return places
}
