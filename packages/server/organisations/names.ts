/** What the members and organisations of some ids are called, for whoever may see them all: the service's own staff. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { cardsOf } from '../people/members.ts'
import { readOrganisation } from './standing.ts'

/** Names by id. What is neither a member nor an organisation, or is not there, has none. */
export async function namesOf(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<Record<string, string>> {
  const known = [...new Set(ids.filter((id) => typeof id === 'string'))]
  const cards = await cardsOf(
    tx,
    known.filter((id) => isIdOf('member', id)),
  )
  const names = Object.fromEntries([...cards.values()].map(({ id, name }) => [id, name]))
  for (const id of known.filter((one) => isIdOf('organisation', one))) {
    const organisation = await readOrganisation(tx, id)
    if (organisation) names[id] = organisation.name
  }
  return names
}
