import { statement } from '../db/statement.ts'

/** How many came to a group after a moment and after another member's own coming, and are still there. */
export const countNewcomers = statement<
  [groupId: string, besideId: string, since: string],
  { newcomers: number }
>(
  'group_newcomers',
  `
  select count(*)::int as newcomers
  from group_member
  where group_id = $1 and until is null and since > $3
    and since > (
      select coalesce(max(own.since), '-infinity')
      from group_member as own
      where own.group_id = $1 and own.member_id = $2
    )
  `,
)
