import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface ReturnPostingFound {
  id: string
  returned: string
  posted: string
  astray: number
}

/** Both sides of every request: what it says, and its postings with where they went. */
export const auditReturnPostings = statement<[], CheckRow>(
  'audit_return_postings',
  `
  with paid as (
    select id, coalesce(paid_from_id, payer_id) as owner_id from packet
    union all
    select id, coalesce(paid_from_id, payer_id) from transfer
  ), request as (
    select return_request.id, return_request.recipient_id, return_request.returned, paid.owner_id
    from return_request
    left join paid on paid.id = return_request.source_id
  ), side as (
    select id, returned, 0 as posted, 0 as astray from request
    union all
    select
      posting.source_id, 0, posting.amount,
      case
        when request.id is not null and posting.reason = 'returned'
          and posting.from_owner_id = request.recipient_id and posting.from_kind = 'wallet'
          and posting.to_owner_id = request.owner_id and posting.to_kind = 'wallet' then 0
        else 1
      end
    from posting
    left join request on request.id = posting.source_id
    where posting.reason = 'returned' or request.id is not null
  ), compared as (
    select id, sum(returned) as returned, sum(posted) as posted, sum(astray) as astray from side group by id
  ), wrong as (
    select id, returned::text, posted::text, astray from compared where returned <> posted or astray > 0
  )
  ${report}
  `,
)

export interface ReturnShareFound {
  source_id: string
  recipient_id: string
  received: string
  given: string
  returned: string
  summed: string
}

/** What was received, by the share and by the claim or transfer; what was given back, by the share and by the returns. */
export const auditReturnShares = statement<[], CheckRow>(
  'audit_return_shares',
  `
  with given as (
    select packet_id as source_id, member_id as recipient_id, amount from claim
    union all
    select id, payee_id, amount from transfer where state = 'arrived' or arrive_at is not null
  ), back as (
    select source_id, recipient_id, sum(returned) as amount from return_request group by source_id, recipient_id
  ), compared as (
    select
      share.source_id, share.recipient_id, share.received, coalesce(given.amount, 0) as given, share.returned,
      coalesce(back.amount, 0) as summed
    from return_share as share
    left join given on given.source_id = share.source_id and given.recipient_id = share.recipient_id
    left join back on back.source_id = share.source_id and back.recipient_id = share.recipient_id
  ), wrong as (
    select source_id, recipient_id, received::text, given::text, returned::text, summed::text
    from compared
    where received <> given or returned <> summed
  )
  ${report}
  `,
)
