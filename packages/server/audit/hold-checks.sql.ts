import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

export interface HoldFound {
  source_id: string
  due: string
  told: string
}

/** A hold was over where its send is held no more, unless it ended before: undone, or never approved. That is told, once. */
export const auditHolds = statement<[], CheckRow>(
  'audit_holds',
  `
  with side as (
    select
      id as source_id, 1 as sends, 0 as told,
      case
        when held_until is null or state in ('approving', 'rejected', 'held') or (state = 'undone' and closed_at < held_until) then 0
        else 1
      end as due
    from packet
    union all
    select
      id, 1, 0,
      case
        when held_until is null or state in ('approving', 'rejected', 'held') or (state = 'undone' and closed_at < held_until) then 0
        else 1
      end
    from transfer
    union all
    select source_id, 0, 1, 0
    from event
    where kind in ('packet.hold_ended', 'transfer.hold_ended')
  ), compared as (
    select source_id, sum(sends) as sends, sum(due) as due, sum(told) as told
    from side
    group by source_id
  ), wrong as (
    select source_id, due::text, told::text from compared where sends <> 1 or due <> told
  )
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
  `,
)
