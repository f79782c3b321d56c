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

export interface DisputeFound {
  dispute_id: string
  state: string
  facts: string
  counted: number
}

/** The state that is kept is what the facts make it, and the facts are numbered from the opening on. */
export const auditDisputes = statement<[], CheckRow>(
  'audit_disputes',
  `
  with told as (
    select
      dispute_id, count(*) as facts, min(no) as lowest, max(no) as highest,
      bool_or(kind = 'opened' and no = 1) as opened, bool_or(kind = 'withdrawn') as withdrawn,
      bool_or(kind in ('closed', 'appeal_decided')) as closed, bool_or(kind = 'appealed') as appealed,
      bool_or(kind = 'decided') as decided, bool_or(kind = 'asked') as asked
    from dispute_fact
    group by dispute_id
  ), compared as (
    select
      dispute.id as dispute_id, dispute.state, dispute.fact_count as counted, coalesce(told.facts, 0) as facts,
      told.lowest, told.highest, told.opened,
      case
        when told.withdrawn then 'withdrawn'
        when told.closed then 'closed'
        when told.appealed and told.asked and dispute.state in ('asked', 'in_hand') then dispute.state
        when told.appealed then 'appealed'
        when told.decided then 'decided'
        when dispute.state in ('waiting', 'in_hand', 'asked') then dispute.state
      end as due
    from dispute
    left join told on told.dispute_id = dispute.id
  ), wrong as (
    select dispute_id, state, facts::text, counted
    from compared
    where facts <> counted or lowest <> 1 or highest <> facts or opened is not true or state is distinct from due
  )
  ${report}
  `,
)

export interface OwnDisputeFound {
  dispute_id: string
  member_id: string
  kind: string
}

/** No side works on their own dispute, and nobody decides an appeal against themselves. */
export const auditOwnDisputes = statement<[], CheckRow>(
  'audit_own_disputes',
  `
  with decided as (
    select dispute_id, by from dispute_fact where kind = 'decided'
  ), compared as (
    select
      fact.dispute_id, fact.by as member_id, fact.kind,
      fact.by in (dispute.opener_id, dispute.other_id) as is_side,
      fact.kind = 'appeal_decided' and fact.by = decided.by as is_again
    from dispute_fact as fact
    join dispute on dispute.source_id = fact.source_id and dispute.id = fact.dispute_id
    left join decided on decided.dispute_id = fact.dispute_id
    where fact.kind in ('assigned', 'note', 'asked', 'decided', 'appeal_decided')
  ), wrong as (
    select dispute_id, member_id, kind from compared where is_side or is_again
  )
  ${report}
  `,
)

export interface UnheardFound {
  dispute_id: string
  kind: string
}

/**
 * Nothing was decided that nobody had in hand, nor before the side that did not open it, or did not appeal, had spoken or
 * had its time.
 */
export const auditHeard = statement<[], CheckRow>(
  'audit_heard',
  `
  with word as (
    select
      fact.source_id, fact.dispute_id, fact.no, fact.kind, fact.at,
      case
        when fact.kind = 'opened' then dispute.other_id
        when fact.by = dispute.opener_id then dispute.other_id
        else dispute.opener_id
      end as heard_id,
      case dispute.cause when 'mistake' then interval '3 days' else interval '1 day' end as time
    from dispute_fact as fact
    join dispute on dispute.source_id = fact.source_id and dispute.id = fact.dispute_id
    where fact.kind in ('opened', 'appealed')
  ), compared as (
    select
      decided.dispute_id, decided.kind,
      exists (
        select 1
        from dispute_fact as said
        where
          said.source_id = word.source_id and said.dispute_id = word.dispute_id and said.by = word.heard_id
          and said.kind in ('statement', 'document') and said.no > word.no and said.no < decided.no
      ) or decided.at >= word.at + word.time as is_heard,
      exists (
        select 1
        from dispute_fact as given
        where
          given.source_id = word.source_id and given.dispute_id = word.dispute_id and given.kind = 'assigned'
          and given.to_id = decided.by and given.no > word.no and given.no < decided.no
      ) as is_in_hand
    from dispute_fact as decided
    join word
      on word.source_id = decided.source_id and word.dispute_id = decided.dispute_id
      and (word.kind, decided.kind) in (('opened', 'decided'), ('appealed', 'appeal_decided'))
  ), wrong as (
    select dispute_id, kind from compared where not is_heard or not is_in_hand
  )
  ${report}
  `,
)

export interface MovedFound {
  dispute_id: string
  effect_id: string | null
  said: string
  moved: string
}

/** What a decision says it moved, a return moved. */
export const auditDecidedReturns = statement<[], CheckRow>(
  'audit_decided_returns',
  `
  with paid as (
    select source_id, sum(amount) as amount from posting where reason = 'returned' group by source_id
  ), compared as (
    select fact.dispute_id, fact.effect_id, fact.amount as said, coalesce(paid.amount, 0) as moved
    from dispute_fact as fact
    left join paid on paid.source_id = fact.effect_id
    where fact.effect = 'moved'
  ), wrong as (
    select dispute_id, effect_id, said::text, moved::text from compared where moved < said
  )
  ${report}
  `,
)
