import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

/** As in ledger/audit.sql.ts: both sides of a promise one under the other, then grouped. */
const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface CountedDayFound {
  member_id: string
  starts_at: string
  stored: string
  counted: string
}

export const auditCounters = statement<[], CheckRow>(
  'audit_counters',
  `
  with side as (
    select member_id, starts_at, ends_at, amount as stored, 0 as counted from spent_day
    union all
    select member_id, starts_at, ends_at, 0, amount from spend where given_back_at is null
    union all
    select link_id, starts_at, ends_at, amount, 0 from family_month
    union all
    select family_spend.link_id, family_spend.starts_at, family_month.ends_at, 0, family_spend.amount
    from family_spend
    join family_month on family_month.link_id = family_spend.link_id and family_month.starts_at = family_spend.starts_at
    where family_spend.given_back_at is null
  ), compared as (
    select member_id, starts_at, ends_at, sum(stored) as stored, sum(counted) as counted
    from side
    group by member_id, starts_at, ends_at
  ), wrong as (
    select member_id, starts_at::text, stored::text, counted::text from compared where stored <> counted
  )
  ${report}
  `,
)

export interface CountedSendFound {
  send_id: string
  member_id: string
  due: string
  counted: string
}

export const auditCountedSends = statement<[], CheckRow>(
  'audit_counted_sends',
  `
  with side as (
    select id as send_id, payer_id as member_id, case when state in ('undone', 'rejected') then 0 else total end as due, 0 as counted
    from packet
    where family_id is not null or paid_from_id is null
    union all
    select id, paid_from_id, case when state in ('undone', 'rejected') then 0 else total end, 0
    from packet
    where paid_from_id is not null
    union all
    select id, payer_id, case when state in ('undone', 'rejected') then 0 else amount end, 0
    from transfer
    where family_id is not null or paid_from_id is null
    union all
    select id, paid_from_id, case when state in ('undone', 'rejected') then 0 else amount end, 0
    from transfer
    where paid_from_id is not null
    union all
    select id, family_id, case when state in ('undone', 'rejected') then 0 else total end, 0
    from packet
    where family_id is not null
    union all
    select id, family_id, case when state in ('undone', 'rejected') then 0 else amount end, 0
    from transfer
    where family_id is not null
    union all
    select send_id, member_id, 0, case when given_back_at is null then amount else 0 end from spend
    union all
    select send_id, link_id, 0, case when given_back_at is null then amount else 0 end from family_spend
    union all
    select send_id, organisation_id, 0, case when given_back_at is null then amount else 0 end from organisation_send
  ), compared as (
    select send_id, member_id, sum(due) as due, sum(counted) as counted
    from side
    group by send_id, member_id
  ), wrong as (
    select send_id, member_id, due::text, counted::text from compared where due <> counted
  )
  ${report}
  `,
)
