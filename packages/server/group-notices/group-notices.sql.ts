import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A notice as its row stands: one a packet. */
export interface NoticeRow {
  groupId: string
  packetId: string
  posterId: string
  text: string
  postedAt: Instant
  withdrawnAt: Instant | null
}

const columns = 'group_id, packet_id, poster_id, text, posted_at, withdrawn_at'

/** No row where the packet has one already. */
export const insertNotice = statement<
  [groupId: string, packetId: string, posterId: string, text: string, at: string],
  NoticeRow
>(
  'group_notice_insert',
  `
  insert into group_notice (group_id, packet_id, poster_id, text, posted_at) values ($1, $2, $3, $4, $5)
  on conflict (group_id, packet_id) do nothing
  returning ${columns}
  `,
)

export const lockNotice = statement<[groupId: string, packetId: string], NoticeRow>(
  'group_notice_lock',
  `select ${columns} from group_notice where group_id = $1 and packet_id = $2 for update`,
)

export const readNotice = statement<[groupId: string, packetId: string], NoticeRow>(
  'group_notice_read',
  `select ${columns} from group_notice where group_id = $1 and packet_id = $2`,
)

export const withdrawNoticeRow = statement<[groupId: string, packetId: string, at: string], NoticeRow>(
  'group_notice_withdraw',
  `
  update group_notice set withdrawn_at = $3
  where group_id = $1 and packet_id = $2
  returning ${columns}
  `,
)

/** Those of a group that nobody has withdrawn, newest first. */
export const noticesOfGroup = statement<[groupId: string, limit: number], NoticeRow>(
  'group_notice_page',
  `
  select ${columns} from group_notice
  where group_id = $1 and withdrawn_at is null
  order by posted_at desc, packet_id
  limit $2
  `,
)
