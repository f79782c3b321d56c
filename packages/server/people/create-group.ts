/** A new group, with those who are in it from the first moment. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { refuseField } from '@laisee/core/field.ts'
import { decideJoin } from '@laisee/core/group.ts'
import { toIso } from '@laisee/core/instant.ts'
import { nameFrom, nameLengthMax } from '@laisee/core/name.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { isAnyBlockedEitherWay } from './blocks.ts'
import { insertGroup, insertStays, type GroupRow } from './groups.sql.ts'
import { unknownMembers } from './members.ts'

export interface CreateGroupAsk {
  name: string
  memberIds: readonly string[]
  by: Actor
}

/** The name of a group as it is kept; refuses one that cannot be seen whole. */
export function groupName(text: string): string {
  return (
    nameFrom(text) ??
    orThrow<string>(
      refuseField('name', `must be a name of 1 to ${nameLengthMax} characters that can all be seen`),
    )
  )
}

/** Create a group. A member who creates it is in it; nobody is drawn in by someone they have blocked. */
export async function createGroup(tx: Tx, ask: CreateGroupAsk): Promise<GroupRow> {
  const { by } = ask
  const name = groupName(ask.name)
  const founder = by.kind === 'member' ? [by.memberId] : []
  const memberIds = [...new Set([...founder, ...ask.memberIds])]
  const blocked = by.kind === 'member' && (await isAnyBlockedEitherWay(tx, by.memberId, memberIds))
  orThrow(
    decideJoin(by, true, { unknownIds: await unknownMembers(tx, memberIds), newIds: memberIds, blocked }),
  )
  const id = tx.newId('group')
  const at = await tx.now()
  const group = await tx.one(insertGroup, id, name, toIso(at))
  if (memberIds.length > 0) await tx.run(insertStays, id, memberIds, toIso(at))
  const data = { groupId: id, name, memberIds, since: toIso(at), by: actorName(by) }
  await tell(tx, { sourceId: id, seq: 1n, kind: 'group.created', at, data, audience: [id, ...memberIds] })
  return group!
}
