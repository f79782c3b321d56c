import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

export interface LadderFound {
  id: string
  other_id: string
  state: string
  other_state: string | null
}

/** Each half names the other, both ways, with its sum; and until delivery both stand alike. */
export const auditLadders = statement<[], CheckRow>(
  'audit_ladders',
  `
  with half as (
    select id, payer_id, payee_id, amount, state, deliver_at, ladder_part, ladder_other_id, ladder_other_amount
    from transfer
    where ladder_part is not null
  ), wrong as (
    select half.id, half.ladder_other_id as other_id, half.state, other.state as other_state
    from half
    left join half as other on other.id = half.ladder_other_id
    where other.id is null
      or other.ladder_other_id <> half.id
      or other.ladder_part = half.ladder_part
      or other.amount <> half.ladder_other_amount
      or other.payer_id <> half.payer_id
      or other.payee_id <> half.payee_id
      or other.deliver_at <> half.deliver_at
      or (half.state in ('undone', 'rejected', 'approving') and other.state <> half.state)
  )
  select
    (select count(*) from half) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by id limit 20) as first
    ) as first
  `,
)

export interface PlanFound {
  id: string
  total: string
  parts: string
  unlike: string
}

/** The parts of a plan make its sum, and each that was sent is the transfer of its amount that names it. */
export const auditPlans = statement<[], CheckRow>(
  'audit_plans',
  `
  with part as (
    select
      split_part.payer_id, split_part.plan_id, split_part.amount,
      split_part.transfer_id is not null
        and (
          transfer.id is null or transfer.amount <> split_part.amount or transfer.payer_id <> split_part.payer_id
          or transfer.plan_id is distinct from split_part.plan_id or transfer.plan_part is distinct from split_part.no
        ) as is_unlike
    from split_part
    left join transfer on transfer.id = split_part.transfer_id
  ), compared as (
    select
      split_plan.id, split_plan.total, coalesce(sum(part.amount), 0) as parts,
      count(*) filter (where part.is_unlike) as unlike
    from split_plan
    left join part on part.payer_id = split_plan.payer_id and part.plan_id = split_plan.id
    group by split_plan.id, split_plan.total
  ), wrong as (
    select id, total::text, parts::text, unlike::text from compared where parts <> total or unlike > 0
    union all
    select transfer.id, transfer.amount::text, '0', '1'
    from transfer
    where transfer.plan_id is not null
      and not exists (select 1 from split_part where split_part.transfer_id = transfer.id)
  )
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by id limit 20) as first
    ) as first
  `,
)
