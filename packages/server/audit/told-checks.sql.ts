import type { CheckRow } from '../ledger/check.ts'
import { statement } from '../db/statement.ts'

/** As in ledger/audit.sql.ts: both sides of a promise beside each other. */
const report = `
  select
    (select count(*) from compared) as looked,
    (select count(*) from wrong) as different,
    (
      select coalesce(jsonb_agg(found), '[]'::jsonb)::text
      from (select to_jsonb(wrong) as found from wrong order by 1 limit 20) as first
    ) as first
`

export interface ToldFound {
  about: string
  field: string
  stored: string | null
  told: string | null
}

/** What requests, disputes, their facts and packs say of themselves, beside the last event that told it. */
export const auditRowsTold = statement<[], CheckRow>(
  'audit_rows_told',
  `
  with said as (
    select id as about, id as source_id, event_count as seq, told.field, told.stored
    from return_request
    cross join lateral (values
      ('payerId', payer_id), ('recipientId', recipient_id), ('kind', kind), ('cause', cause), ('amount', amount::text),
      ('returned', returned::text), ('dueOn', due_on), ('textSha256', encode(sha256(convert_to(message, 'UTF8')), 'hex'))
    ) as told (field, stored)
    union all
    select id, id, fact_count, told.field, told.stored
    from dispute
    cross join lateral (values
      ('openerId', opener_id), ('otherId', other_id), ('payerId', payer_id), ('cause', cause), ('amount', amount::text),
      ('state', state)
    ) as told (field, stored)
    union all
    select dispute_id || ' fact ' || no, dispute_id, no, told.field, told.stored
    from dispute_fact
    cross join lateral (values
      ('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), ('outcome', outcome),
      ('decidedAmount', amount::text), ('effect', effect), ('effectId', effect_id), ('documentId', document_id),
      ('freezeId', freeze_id), ('orderReference', order_reference),
      ('textSha256', encode(sha256(convert_to(text, 'UTF8')), 'hex'))
    ) as told (field, stored)
    union all
    select id, id, 1, told.field, told.stored
    from evidence_pack
    cross join lateral (values
      ('sourceId', source_id), ('claim', claim), ('stamped', stamped::text), ('digest', encode(digest, 'hex')),
      ('sealedSha256', encode(sha256(sealed), 'hex'))
    ) as told (field, stored)
  ), compared as (
    select
      said.about, said.field, said.stored,
      case
        when said.field = 'at' then to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        else event.data ->> said.field
      end as told
    from said
    join event on event.source_id = said.source_id and event.seq = said.seq
    where said.field = 'at' or (event.data -> said.field) is not null
  ), wrong as (
    select about, field, stored, told from compared where stored is distinct from told
  )
  ${report}
  `,
)

/** What a freeze says of itself beside what whose money it is was told, and each document beside what its dispute was. */
export const auditFreezesTold = statement<[], CheckRow>(
  'audit_freezes_told',
  `
  with told as (
    select data ->> 'freezeId' as about, data, 'freeze' as of
    from event
    where kind in ('wallet.frozen', 'wallet.amount_frozen', 'wallet.unfrozen', 'wallet.amount_unfrozen')
    union all
    select data ->> 'documentId', data, 'document' from event where kind = 'dispute.document_added'
  ), said as (
    select id as about, row.field, row.stored
    from money_freeze
    cross join lateral (values
      ('askedAmount', asked_amount::text), ('basis', basis), ('reference', reference), ('reasonCode', reason),
      ('reason', note), ('aboutId', about_id), ('releaseReason', release_reason), ('releaseNote', release_note),
      ('until', to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    ) as row (field, stored)
    union all
    select id, row.field, row.stored
    from document
    cross join lateral (values
      ('type', type), ('size', size::text), ('cameSha256', encode(came_hash, 'hex')),
      ('keptSha256', encode(kept_hash, 'hex')), ('sealedSha256', encode(sha256(sealed), 'hex'))
    ) as row (field, stored)
    where exists (select 1 from told where told.of = 'document' and told.about = document.id)
  ), compared as (
    select said.about, said.field, said.stored, told.data ->> said.field as told
    from said
    join told on told.about = said.about
    where (told.data -> said.field) is not null
  ), wrong as (
    select about, field, stored, told from compared where stored is distinct from told
  )
  ${report}
  `,
)
