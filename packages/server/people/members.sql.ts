import type { CareSettings } from '@laisee/core/care.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { MemberCard, MemberSettings } from '@laisee/core/member.ts'
import { statement } from '../db/statement.ts'

export interface MemberRow extends MemberSettings, CareSettings {
  id: string
  eventCount: bigint
  /** Null while they are a member. */
  forgottenAt: Instant | null
  createdAt: Instant
  changedAt: Instant
}

const columns = `
  id, name, photo_url, time_zone, undo_s, transfer_delay_s, quiet_from, quiet_until, hold_from, hold_relations, hold_s,
  event_count, forgotten_at, created_at, changed_at`

export const insertMember = statement<
  [
    id: string,
    name: string,
    photoUrl: string | null,
    timeZone: string,
    undoS: number,
    transferDelayS: number,
    quietFrom: string | null,
    quietUntil: string | null,
    at: string,
  ],
  MemberRow
>(
  'member_insert',
  `
  insert into member (id, name, photo_url, time_zone, undo_s, transfer_delay_s, quiet_from, quiet_until, created_at, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
  returning ${columns}
  `,
)

export const readMemberRow = statement<[id: string], MemberRow>(
  'member_read',
  `select ${columns} from member where id = $1`,
)

/** Whatever changes about a member waits here; sends and claims do not. */
export const lockMemberRow = statement<[id: string], MemberRow>(
  'member_lock',
  `select ${columns} from member where id = $1 for update`,
)

export const updateMember = statement<
  [
    id: string,
    name: string,
    photoUrl: string | null,
    timeZone: string,
    undoS: number,
    transferDelayS: number,
    quietFrom: string | null,
    quietUntil: string | null,
    at: string,
  ],
  MemberRow
>(
  'member_update',
  `
  update member
  set name = $2, photo_url = $3, time_zone = $4, undo_s = $5, transfer_delay_s = $6, quiet_from = $7, quiet_until = $8,
      changed_at = $9
  where id = $1
  returning ${columns}
  `,
)

/** The number of a member's next event: taken under the row's lock, kept by the commit. */
export const takeMemberSeq = statement<[id: string], { eventCount: bigint }>(
  'member_take_seq',
  `
  update member set event_count = event_count + 1
  where id = $1
  returning event_count
  `,
)

export const readCards = statement<[ids: string[]], MemberCard>(
  'member_cards',
  `select id, name, photo_url from member where id = any($1::text[])`,
)

export const knownMembers = statement<[ids: string[]], { id: string }>(
  'member_known',
  `select id from member where id = any($1::text[]) and forgotten_at is null`,
)

/** A page of all members, newest first, from before a moment and id. */
export const pageOfMembers = statement<[before: string, beforeId: string, limit: number], MemberRow>(
  'member_page',
  `
  select ${columns}
  from member
  where (created_at, id) < ($1::timestamptz, $2)
  order by created_at desc, id desc
  limit $3
  `,
)
