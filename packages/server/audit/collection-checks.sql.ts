import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

export interface CollectionFound {
  collection_id: string
  member_id: string
  transfer_id: string
}

/** Each transfer that a share names is its member's to the one who asks, of that amount. */
export const auditCollections = statement<[], CheckRow>(
  'audit_collections',
  `
  with paid as (
    select
      share.collection_id, share.member_id, share.transfer_id,
      transfer.payer_id = share.member_id and transfer.payee_id = collection.asker_id
        and transfer.amount = share.amount as is_right
    from collection_share as share
    join collection on collection.id = share.collection_id
    left join transfer on transfer.id = share.transfer_id
    where share.transfer_id is not null
  ), wrong as (
    select collection_id, member_id, transfer_id from paid where is_right is not true
  )
  select
    (select count(*) from paid) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by collection_id, member_id limit 20) as first
    ) as first
  `,
)
