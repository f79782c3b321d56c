/**
 * Who is in a group, as other features ask. A send locks the group and is dated no earlier than its last change:
 * `tx.now(changedAt)`; then who was inside at that moment is a fact once the send has committed.
 */

import { isInsideAt, type Stay } from '@laisee/core/group.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import {
  presentAt,
  presentInThese,
  presentOfThese,
  shareGroupRow,
  staysOfMember,
  staysOfOne,
  type GroupStayRow,
} from './groups.sql.ts'

/**
 * Hold a group's members as they are until the transaction ends. Gives when they last changed, for `tx.now(…)`;
 * undefined where there is no such group.
 */
export async function lockGroupForSend(tx: Tx, groupId: string): Promise<Instant | undefined> {
  return (await tx.one(shareGroupRow, groupId))?.changedAt
}

/** Who was in the group at a moment, by id. */
export async function membersAt(tx: Tx, groupId: string, at: Instant): Promise<string[]> {
  return (await tx.run(presentAt, groupId, toIso(at))).map((row) => row.memberId)
}

/** Whether this member was in the group at a moment. */
export async function isMemberAt(tx: Tx, groupId: string, memberId: string, at: Instant): Promise<boolean> {
  return (await tx.run(staysOfOne, groupId, memberId)).some((stay) => isInsideAt(stay, at))
}

/** A member's stays in one group, in order, ended ones too; none where they were never in it. */
export function staysIn(tx: Tx, groupId: string, memberId: string): Promise<Stay[]> {
  return tx.run(staysOfOne, groupId, memberId)
}

/** Who is in each of these groups now. */
export function everyoneIn(
  tx: Tx,
  groupIds: readonly string[],
): Promise<{ groupId: string; memberId: string }[]> {
  return tx.run(presentInThese, [...groupIds])
}

/** Those of these members who are in the group now. */
export async function presentAmong(
  tx: Tx,
  groupId: string,
  memberIds: readonly string[],
): Promise<Set<string>> {
  return new Set((await tx.run(presentOfThese, groupId, [...memberIds])).map((row) => row.memberId))
}

/** All of a member's stays, in every group, ended ones too: asked of every node, so never on the way of money. */
export function staysOf(tx: Tx, memberId: string): Promise<GroupStayRow[]> {
  return tx.run(staysOfMember, memberId)
}
