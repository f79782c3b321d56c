/** What a reader calls people and groups: their own alias for a contact, else the name. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { readGroups } from './groups.sql.ts'
import { cardsOf } from './members.ts'
import { readAliases } from './names.sql.ts'

/**
 * The names of the members and groups among these ids, by id; other ids are left out. Whether the reader may know them
 * is for the caller to have asked.
 */
export async function namesOf(
  tx: Tx,
  readerId: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  const groupIds = ids.filter((id) => isIdOf('group', id))
  const groups = groupIds.length > 0 ? await tx.run(readGroups, groupIds) : []
  for (const { id, name } of groups) names[id] = name
  const memberIds = ids.filter((id) => isIdOf('member', id))
  if (memberIds.length === 0) return names
  for (const [id, { name }] of await cardsOf(tx, memberIds)) names[id] = name
  for (const { memberId, alias } of await tx.run(readAliases, readerId, memberIds))
    if (alias !== null) names[memberId] = alias
  return names
}
