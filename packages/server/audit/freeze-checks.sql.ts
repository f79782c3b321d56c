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

export interface FrozenFound {
  owner_id: string
  held: string
  frozen: string
}

/** Every frozen account holds what the freezes of amounts that last have taken, less what decisions paid out of them. */
export const auditFrozenAmounts = statement<[], CheckRow>(
  'audit_frozen_amounts',
  `
  with side as (
    select owner_id, currency, balance as held, 0 as frozen from account where kind = 'frozen'
    union all
    select owner_id, currency, 0, amount - paid_out from money_freeze where kind = 'amount' and released_at is null
  ), compared as (
    select owner_id, currency, sum(held) as held, sum(frozen) as frozen
    from side
    group by owner_id, currency
  ), wrong as (
    select owner_id, held::text, frozen::text from compared where held <> frozen
  )
  ${report}
  `,
)

export interface WalletFound {
  owner_id: string
  state: string
  freezes: string
}

/** A wallet refuses debits while, and only while, a freeze of all of it lasts. */
export const auditFrozenWallets = statement<[], CheckRow>(
  'audit_frozen_wallets',
  `
  with side as (
    select owner_id, currency, (state = 'frozen')::int as closed, 0 as freezes from account where kind = 'wallet'
    union all
    select owner_id, currency, 0, 1 from money_freeze where kind = 'wallet' and released_at is null
  ), compared as (
    select owner_id, currency, sum(closed) as closed, sum(freezes) as freezes
    from side
    group by owner_id, currency
  ), wrong as (
    select owner_id, case when closed > 0 then 'frozen' else 'open' end as state, freezes::text
    from compared
    where (closed > 0) <> (freezes > 0)
  )
  ${report}
  `,
)

export interface FrozenPacketFound {
  packet_id: string
  says: string | null
  due: string | null
}

/** A packet is frozen until the last of its lasting freezes ends, and no share of it was claimed before that. */
export const auditFrozenPackets = statement<[], CheckRow>(
  'audit_frozen_packets',
  `
  with lasting as (
    select subject_id as packet_id, max(until) as until
    from money_freeze
    where kind = 'packet' and released_at is null
    group by subject_id
  ), side as (
    select id as packet_id, frozen_until as says, null::timestamptz as due, 0 as claims
    from packet
    where frozen_until is not null
    union all
    select packet_id, null, until, 0 from lasting
    union all
    select claim.packet_id, null, null, count(*)
    from claim
    join money_freeze on money_freeze.subject_id = claim.packet_id
    where money_freeze.kind = 'packet' and claim.at > money_freeze.since and claim.at < coalesce(money_freeze.released_at, money_freeze.until)
    group by claim.packet_id
  ), compared as (
    select packet_id, max(says) as says, max(due) as due, sum(claims) as claims
    from side
    group by packet_id
  ), wrong as (
    select packet_id, says::text, due::text from compared where says is distinct from due or claims > 0
  )
  ${report}
  `,
)

export interface BasisFound {
  freeze_id: string
  basis: string
  since: string
  until: string
}

export interface PaidOutFound {
  freeze_id: string
  paid_out: string
  decided: string
  astray: number
}

/**
 * What went back out of a freeze is what decisions say, by an order that can let money out, with the word that let it, and
 * in a dispute that the freeze is for.
 */
export const auditPaidOut = statement<[], CheckRow>(
  'audit_paid_out',
  `
  with moved as (
    select fact.freeze_id, fact.dispute_id, fact.source_id, fact.amount, fact.order_reference, fact.document_id
    from dispute_fact as fact
    where fact.effect = 'moved' and fact.freeze_id is not null
  ), side as (
    select id as freeze_id, paid_out, 0 as decided, 0 as astray from money_freeze where paid_out > 0
    union all
    select
      moved.freeze_id, 0, moved.amount,
      case
        when frozen.basis in ('police_freeze', 'court') and frozen.about_id in (moved.dispute_id, moved.source_id)
          and moved.order_reference is not null and moved.document_id is not null then 0
        else 1
      end
    from moved
    left join money_freeze as frozen on frozen.id = moved.freeze_id
  ), compared as (
    select freeze_id, sum(paid_out) as paid_out, sum(decided) as decided, sum(astray) as astray
    from side
    group by freeze_id
  ), wrong as (
    select freeze_id, paid_out::text, decided::text, astray from compared where paid_out <> decided or astray > 0
  )
  ${report}
  `,
)

export interface SumFound {
  subject_id: string
  reason: string
  days: string
}

/** By the service's own rules the same is frozen for the same reason for 28 days of any 90 at most. */
export const auditFreezeSums = statement<[], CheckRow>(
  'audit_freeze_sums',
  `
  with own as (
    select subject_id, reason, since, coalesce(released_at, until) as ended
    from money_freeze
    where basis = 'policy' and coalesce(released_at, until) > since
  ), compared as (
    select one.subject_id, one.reason, one.since, sum(upper(span) - lower(span)) as lasted
    from own as one
    cross join lateral (
      select unnest(range_agg(
        tstzrange(other.since, other.ended) * tstzrange(one.since - interval '90 days', one.ended)
      )) as span
      from own as other
      where other.subject_id = one.subject_id and other.reason = one.reason and other.since <= one.since
    ) as together
    group by one.subject_id, one.reason, one.since
  ), wrong as (
    select subject_id, reason, extract(day from lasted)::text as days from compared where lasted > interval '28 days'
  )
  ${report}
  `,
)

/** No freeze lasts longer than its basis allows, and what was said against one is answered by somebody else. */
export const auditFreezeBases = statement<[], CheckRow>(
  'audit_freeze_bases',
  `
  with allowed (basis, lasts) as (
    values
      ('policy', interval '7 days'), ('police_stop', interval '48 hours'), ('police_freeze', interval '184 days'),
      ('court', interval '366 days')
  ), compared as (
    select money_freeze.id as freeze_id, money_freeze.basis, money_freeze.since, money_freeze.until, allowed.lasts,
      exists (
        select 1 from freeze_appeal as appeal
        where appeal.subject_id = money_freeze.subject_id and appeal.freeze_id = money_freeze.id and appeal.answered_by = money_freeze.frozen_by
      ) as own_answer
    from money_freeze
    left join allowed on allowed.basis = money_freeze.basis
  ), wrong as (
    select freeze_id, basis, since::text, until::text
    from compared
    where own_answer or lasts is null or until > since + lasts
  )
  ${report}
  `,
)
