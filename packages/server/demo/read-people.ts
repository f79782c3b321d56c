/** Whom a visitor of a demo world may be: its cast, as they are called now, with the groups they are in. */

import type { Tx } from '../db/db.ts'
import { cardsOf } from '../people/members.ts'
import { listOwnGroups } from '../people/read-groups.ts'
import type { CastMember } from './cast.ts'

export interface DemoPersonSeen extends CastMember {
  name: string
  photoUrl: string | null
  /** Names of groups, the latest joined first. */
  groups: string[]
}

const groupsMax = 20

/** Read the cast. Whoever of them is not in this database is left out. */
export async function readDemoPeople(tx: Tx, cast: readonly CastMember[]): Promise<DemoPersonSeen[]> {
  const cards = await cardsOf(
    tx,
    cast.map(({ memberId }) => memberId),
  )
  const people: DemoPersonSeen[] = []
  for (const { memberId, role } of cast) {
    const card = cards.get(memberId)
    if (!card) continue
    const groups = await listOwnGroups(tx, memberId, undefined, groupsMax)
    const { name, photoUrl } = card
    people.push({ memberId, role, name, photoUrl, groups: groups.map(({ group }) => group.name) })
  }
  return people
}
