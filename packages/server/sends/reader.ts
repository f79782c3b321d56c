/** Who looks at what an organisation sent, and whether they see all of it or their own. */

import type { Actor } from '@laisee/core/actor.ts'
import type { Membership } from '@laisee/core/organisation.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideSeeSends } from '@laisee/core/sends-on-behalf.ts'
import type { Tx } from '../db/db.ts'
import { ownOf, seeOrganisation } from '../organisations/standing.ts'

export interface Reader {
  own: Membership
  sight: 'all' | 'own'
}

/** Refuses `not_found` to whoever is not in the organisation, and `role_missing` where their roles show them none. */
export async function readerOf(tx: Tx, organisationId: string, actor: Actor): Promise<Reader> {
  const { people } = await seeOrganisation(tx, organisationId, actor)
  const own = ownOf(people, actor)
  const sight = orThrow(decideSeeSends(own))
  return { own: own!, sight }
}
