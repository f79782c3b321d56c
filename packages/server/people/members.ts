/** Reading members: their settings for the service's own rules, their cards for whoever may see them. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { refuse, RefusalError, type RefusalData } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  knownMembers,
  lockMemberRow,
  pageOfMembers,
  readCards,
  readMemberRow,
  type MemberRow,
} from './members.sql.ts'

export type { MemberRow } from './members.sql.ts'

/** A member as the row stands, or undefined where there is none. */
export function readMember(tx: Tx, memberId: string): Promise<MemberRow | undefined> {
  return tx.one(readMemberRow, memberId)
}

/** A member under lock, for a change of anything that is theirs. Refuses as `code` where there is none, or no longer. */
export async function lockMember(
  tx: Tx,
  memberId: string,
  code: 'not_found' | 'member_unknown' = 'not_found',
  data: RefusalData = {},
): Promise<MemberRow> {
  const member = await tx.one(lockMemberRow, memberId)
  if (!member || member.forgottenAt !== null) throw new RefusalError(refuse(code, data))
  return member
}

/** Those of these ids that name no member, in the order they were given. */
export async function unknownMembers(tx: Tx, memberIds: readonly string[]): Promise<string[]> {
  const known = new Set((await tx.run(knownMembers, [...new Set(memberIds)])).map((row) => row.id))
  return memberIds.filter((id) => !known.has(id))
}

/** Whether there is such a member. */
export async function isMember(tx: Tx, memberId: string): Promise<boolean> {
  return (await unknownMembers(tx, [memberId])).length === 0
}

/** What others may see of these members, by id. Whether they may is for the caller to have asked. */
export async function cardsOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, MemberCard>> {
  if (memberIds.length === 0) return new Map()
  const cards = await tx.run(readCards, [...new Set(memberIds)])
  return new Map(cards.map((card) => [card.id, card]))
}

/** A page of all members, newest first, from before a place. */
export function listMembers(
  tx: Tx,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<MemberRow[]> {
  return tx.run(pageOfMembers, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}
