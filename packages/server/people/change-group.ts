/** Changes of a group: its name, who joins, who leaves. Each waits for the sends that are under way, and is then dated after them. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { decideJoin, decideLeave, decideSee, momentOfChange } from '@laisee/core/group.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { isAnyBlockedEitherWay } from './blocks.ts'
import { groupName } from './create-group.ts'
import { presentAmong } from './groups.ts'
import { endStay, insertStays, lockGroupRow, updateGroup, type GroupRow } from './groups.sql.ts'
import { unknownMembers } from './members.ts'

interface LockedGroup {
  group: GroupRow
  /** Who of the actor and the members asked about is inside. */
  inside: Set<string>
  actorInside: boolean
}

async function lockGroup(
  tx: Tx,
  groupId: string,
  by: Actor,
  memberIds: readonly string[],
): Promise<LockedGroup> {
  const group = await tx.one(lockGroupRow, groupId)
  if (!group) throw new RefusalError(refuse('not_found'))
  const actorId = by.kind === 'member' ? [by.memberId] : []
  const inside = await presentAmong(tx, groupId, [...actorId, ...memberIds])
  return { group, inside, actorInside: by.kind === 'member' && inside.has(by.memberId) }
}

async function writeChange(
  tx: Tx,
  group: GroupRow,
  change: { name?: string; kind: EventKind; at: Instant; data: object; audience: readonly string[] },
): Promise<GroupRow> {
  const { kind, at, audience } = change
  const seq = group.eventCount + 1n
  const after = await tx.one(updateGroup, group.id, change.name ?? group.name, seq, toIso(at))
  await tell(tx, {
    sourceId: group.id,
    seq,
    kind,
    at,
    data: { groupId: group.id, ...change.data },
    audience: [group.id, ...audience],
  })
  return after!
}

export interface RenameGroupAsk {
  groupId: string
  name: string
  by: Actor
}

/** Give a group another name: any of its members may, and the operator. */
export async function renameGroup(tx: Tx, { groupId, by, ...ask }: RenameGroupAsk): Promise<GroupRow> {
  const { group, actorInside } = await lockGroup(tx, groupId, by, [])
  const at = await tx.now(group.changedAt)
  orThrow(decideSee(by, actorInside))
  const name = groupName(ask.name)
  if (name === group.name) return group
  return writeChange(tx, group, {
    name,
    kind: 'group.changed',
    at,
    data: { name, by: actorName(by) },
    audience: [],
  })
}

export interface JoinGroupAsk {
  groupId: string
  memberIds: readonly string[]
  by: Actor
}

/** Bring members into a group. Gives those who were not in it before. */
export async function joinGroup(
  tx: Tx,
  ask: JoinGroupAsk,
): Promise<{ group: GroupRow; joinedIds: string[] }> {
  const { by } = ask
  const memberIds = [...new Set(ask.memberIds)]
  const { group, inside, actorInside } = await lockGroup(tx, ask.groupId, by, memberIds)
  const since = momentOfChange(await tx.now(), group.changedAt)
  const newIds = memberIds.filter((id) => !inside.has(id))
  const blocked = by.kind === 'member' && (await isAnyBlockedEitherWay(tx, by.memberId, newIds))
  const decision = orThrow(
    decideJoin(by, actorInside, { unknownIds: await unknownMembers(tx, newIds), newIds, blocked }),
  )
  if (decision === 'nothing') return { group, joinedIds: [] }
  await tx.run(insertStays, group.id, newIds, toIso(since))
  const data = { memberIds: newIds, since: toIso(since), by: actorName(by) }
  const after = await writeChange(tx, group, { kind: 'group.joined', at: since, data, audience: newIds })
  return { group: after, joinedIds: newIds }
}

export interface LeaveGroupAsk {
  groupId: string
  memberId: string
  by: Actor
}

/** End a member's stay: their own wish, or the operator's. What was sent while they were there stays theirs to claim. */
export async function leaveGroup(tx: Tx, { groupId, memberId, by }: LeaveGroupAsk): Promise<GroupRow> {
  const { group, inside, actorInside } = await lockGroup(tx, groupId, by, [memberId])
  const until = momentOfChange(await tx.now(), group.changedAt)
  orThrow(decideLeave(by, actorInside, { id: memberId, inside: inside.has(memberId) }))
  await tx.run(endStay, groupId, memberId, toIso(until))
  const data = { memberId, until: toIso(until), by: actorName(by) }
  return writeChange(tx, group, { kind: 'group.left', at: until, data, audience: [memberId] })
}
