import type { Stay } from '@laisee/core/group.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface GroupRow {
  id: string
  name: string
  eventCount: bigint
  createdAt: Instant
  changedAt: Instant
}

export interface GroupStayRow extends Stay {
  groupId: string
}

export interface MemberStayRow extends Stay {
  memberId: string
}

/** A group, with the event that tells of it counted. */
export const insertGroup = statement<[id: string, name: string, at: string], GroupRow>(
  'group_insert',
  `
  insert into member_group (id, name, event_count, created_at, changed_at) values ($1, $2, 1, $3, $3)
  returning id, name, event_count, created_at, changed_at
  `,
)

export const readGroupRow = statement<[id: string], GroupRow>(
  'group_read',
  `select id, name, event_count, created_at, changed_at from member_group where id = $1`,
)

/** Joins, leaves and renames of a group wait here, and for every send to it that is under way. */
export const lockGroupRow = statement<[id: string], GroupRow>(
  'group_lock',
  `select id, name, event_count, created_at, changed_at from member_group where id = $1 for update`,
)

/** Sends do not wait for each other; a change of members waits for them, and they for it. */
export const shareGroupRow = statement<[id: string], { changedAt: Instant }>(
  'group_lock_for_send',
  `select changed_at from member_group where id = $1 for share`,
)

export const updateGroup = statement<[id: string, name: string, eventCount: bigint, at: string], GroupRow>(
  'group_update',
  `
  update member_group
  set name = $2, event_count = $3, changed_at = $4
  where id = $1
  returning id, name, event_count, created_at, changed_at
  `,
)

export const readGroups = statement<[ids: string[]], GroupRow>(
  'group_list',
  `select id, name, event_count, created_at, changed_at from member_group where id = any($1::text[])`,
)

export const insertStays = statement<[groupId: string, memberIds: string[], since: string], object>(
  'group_stay_insert',
  `
  insert into group_member (group_id, member_id, since)
  select $1, member_id, $3::timestamptz from unnest($2::text[]) as member_id
  `,
)

export const endStay = statement<[groupId: string, memberId: string, until: string], { memberId: string }>(
  'group_stay_end',
  `
  update group_member set until = $3
  where group_id = $1 and member_id = $2 and until is null
  returning member_id
  `,
)

/** Who of these is in the group now. */
export const presentOfThese = statement<[groupId: string, memberIds: string[]], { memberId: string }>(
  'group_stay_present',
  `
  select member_id
  from group_member
  where group_id = $1 and member_id = any($2::text[]) and until is null
  `,
)

/** Who is in each of these groups now. */
export const presentInThese = statement<[groupIds: string[]], { groupId: string; memberId: string }>(
  'group_stay_present_in_these',
  `
  select group_id, member_id
  from group_member
  where group_id = any($1::text[]) and until is null
  order by group_id, member_id
  `,
)

export const presentAt = statement<[groupId: string, at: string], { memberId: string }>(
  'group_stay_at',
  `
  select member_id
  from group_member
  where group_id = $1 and since <= $2 and (until is null or until > $2)
  order by member_id
  `,
)

export const staysOfOne = statement<[groupId: string, memberId: string], MemberStayRow>(
  'group_stay_of_one',
  `
  select member_id, since, until
  from group_member
  where group_id = $1 and member_id = $2
  order by since
  `,
)

export const staysOfMember = statement<[memberId: string], GroupStayRow>(
  'group_stay_of_member',
  `
  select group_id, since, until
  from group_member
  where member_id = $1
  `,
)

/** The groups a member is in now, latest joined first, from before a moment and id. Asked of every node. */
export const pageOfOwnGroups = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  GroupStayRow
>(
  'group_page_of_member',
  `
  select group_id, since, until
  from group_member
  where member_id = $1 and until is null and (since, group_id) < ($2::timestamptz, $3)
  order by since desc, group_id desc
  limit $4
  `,
)

/** A page of who is in a group now, in the order they came. */
export const pageOfStays = statement<
  [groupId: string, after: string, afterId: string, limit: number],
  MemberStayRow
>(
  'group_stay_page',
  `
  select member_id, since, until
  from group_member
  where group_id = $1 and until is null and (since, member_id) > ($2::timestamptz, $3)
  order by since, member_id
  limit $4
  `,
)

export const countPresentAt = statement<
  [groupIds: string[], ats: string[]],
  { groupId: string; at: Instant; members: number }
>(
  'group_head_count_at',
  `
  select wanted.group_id, wanted.at, count(*)::int as members
  from unnest($1::text[], $2::timestamptz[]) as wanted (group_id, at)
  join group_member on group_member.group_id = wanted.group_id
  where group_member.since <= wanted.at and (group_member.until is null or group_member.until > wanted.at)
  group by wanted.group_id, wanted.at
  `,
)

export const countPresent = statement<[groupIds: string[]], { groupId: string; members: number }>(
  'group_head_count',
  `
  select group_id, count(*)::int as members
  from group_member
  where group_id = any($1::text[]) and until is null
  group by group_id
  `,
)
