/** Groups as the API shows them, and how a row becomes a reply. */

import { Type } from 'typebox'
import type { Actor } from '@laisee/core/actor.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import type { Tx } from '../db/db.ts'
import { IdSchema, MomentSchema, named, nullable } from '../http/schemas.ts'
import { lastPaidToGroups } from '../packets/paid.ts'
import type { GroupRow, MemberStayRow } from './groups.sql.ts'
import { CardSchema, showCard } from './people.schemas.ts'
import { headCounts } from './read-groups.ts'

export const GroupSchema = named('Group', 'A group of members.', {
  id: IdSchema('group'),
  name: Type.String(),
  memberCount: Type.Integer({ minimum: 0, description: 'How many are in it now.' }),
  lastPaidAt: nullable(MomentSchema),
  createdAt: MomentSchema,
  changedAt: MomentSchema,
})

export const GroupMemberSchema = named('GroupMember', 'A member who is in the group now.', {
  member: CardSchema,
  since: MomentSchema,
})

/** A group as the caller has it. */
export async function showGroup(tx: Tx, group: GroupRow, by: Actor) {
  return showKnown(group, await knownOf(tx, [group.id], by))
}

interface KnownOf {
  counts: Map<string, number>
  /** When the caller last sent each of them a packet that did not come back whole. */
  lastPaid: Map<string, Instant>
}

/** What is shown of these groups beside their rows. */
export async function knownOf(tx: Tx, groupIds: readonly string[], by: Actor): Promise<KnownOf> {
  const lastPaid =
    by.kind === 'member' ? await lastPaidToGroups(tx, by.memberId, groupIds) : new Map<string, Instant>()
  return { counts: await headCounts(tx, groupIds), lastPaid }
}

/** A group, with what is known of it. */
export function showKnown({ id, name, createdAt, changedAt }: GroupRow, { counts, lastPaid }: KnownOf) {
  const paidAt = lastPaid.get(id)
  return {
    id,
    name,
    memberCount: counts.get(id) ?? 0,
    lastPaidAt: paidAt === undefined ? null : toIso(paidAt),
    createdAt: toIso(createdAt),
    changedAt: toIso(changedAt),
  }
}

/** Somebody who is in a group now. */
export function showPresent(stay: MemberStayRow, cards: Map<string, MemberCard>) {
  return { member: showCard(cards.get(stay.memberId)!), since: toIso(stay.since) }
}
