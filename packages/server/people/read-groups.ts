/** Reading groups: a member sees those they are in, the operator all of them. */

import type { Actor } from '@laisee/core/actor.ts'
import { decideSee } from '@laisee/core/group.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { presentAmong } from './groups.ts'
import {
  countPresent,
  countPresentAt,
  pageOfOwnGroups,
  pageOfStays,
  readGroupRow,
  readGroups,
  type GroupRow,
  type MemberStayRow,
} from './groups.sql.ts'

/** A group, for whoever may see it. */
export async function seeGroup(tx: Tx, { groupId, by }: { groupId: string; by: Actor }): Promise<GroupRow> {
  const group = await tx.one(readGroupRow, groupId)
  if (!group) throw new RefusalError(refuse('not_found'))
  const inside = by.kind === 'member' && (await presentAmong(tx, groupId, [by.memberId])).size > 0
  orThrow(decideSee(by, inside))
  return group
}

/** How many are in each of these groups now. */
export async function headCounts(tx: Tx, groupIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.run(countPresent, [...groupIds])
  return new Map(rows.map((row) => [row.groupId, row.members]))
}

/** How many were in each of these groups at the moment beside it, in the order asked. */
export async function headCountsAt(
  tx: Tx,
  wanted: readonly { groupId: string; at: Instant }[],
): Promise<number[]> {
  if (wanted.length === 0) return []
  const nameOf = (groupId: string, at: Instant) => `${groupId} ${at}`
  const once = new Map(wanted.map((one) => [nameOf(one.groupId, one.at), one]))
  const asked = [...once.values()]
  const rows = await tx.run(
    countPresentAt,
    asked.map(({ groupId }) => groupId),
    asked.map(({ at }) => toIso(at)),
  )
  const counts = new Map(rows.map(({ groupId, at, members }) => [nameOf(groupId, at), members]))
  return wanted.map(({ groupId, at }) => counts.get(nameOf(groupId, at)) ?? 0)
}

/** These groups, by id, for whoever knows of them already. */
export async function groupsById(tx: Tx, groupIds: readonly string[]): Promise<Map<string, GroupRow>> {
  return new Map((await tx.run(readGroups, [...groupIds])).map((group) => [group.id, group]))
}

interface Place {
  at: Instant
  id: string
}

export interface OwnGroup {
  group: GroupRow
  since: Instant
}

/** The groups a member is in now, latest joined first, from before a place. */
export async function listOwnGroups(
  tx: Tx,
  memberId: string,
  before: Place | undefined,
  limit: number,
): Promise<OwnGroup[]> {
  const stays = await tx.run(
    pageOfOwnGroups,
    memberId,
    before ? toIso(before.at) : 'infinity',
    before?.id ?? '',
    limit,
  )
  const byId = await groupsById(
    tx,
    stays.map((stay) => stay.groupId),
  )
  return stays.map((stay) => ({ group: byId.get(stay.groupId)!, since: stay.since }))
}

/** Who is in a group now, in the order they came, from after a place. */
export function listPresent(
  tx: Tx,
  groupId: string,
  after: Place | undefined,
  limit: number,
): Promise<MemberStayRow[]> {
  return tx.run(pageOfStays, groupId, after ? toIso(after.at) : '-infinity', after?.id ?? '', limit)
}
