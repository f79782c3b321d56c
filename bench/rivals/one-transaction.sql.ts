/** The statements of the rival that runs one transaction a claim: as few and as good as one claim alone allows. */

import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '@laisee/server/db/statement.ts'

/** What the member has of this packet, and the time: one round trip for both. */
export const readOneClaim = statement<
  [packetId: string, memberId: string],
  { now: Instant; shareNo: number | null; amount: bigint | null; at: Instant | null }
>(
  'one_read_claim',
  `
  select
    date_trunc('milliseconds', coalesce(clock.frozen_at, clock_timestamp() + clock.offset_ms * interval '1 millisecond')) as now,
    claim.share_no, claim.amount, claim.at
  from clock
  left join claim on claim.packet_id = $1 and claim.member_id = $2
  `,
)

/** Everything one claim writes: the same rows that a batch writes, in one statement. */
export const writeOneClaim = statement<
  [
    packetId: string,
    memberId: string,
    shareNo: number,
    amount: bigint,
    postingNo: bigint,
    currency: string,
    state: string,
    closedBy: string | null,
    at: string,
    seqs: bigint[],
    kinds: string[],
    data: string[],
    audience: string[],
  ],
  { credited: number; debited: number }
>(
  'one_write_claim',
  `
  with claimed as (
    insert into claim (packet_id, member_id, share_no, amount, at) values ($1, $2, $3, $4, $9)
  ), posted as (
    insert into posting (source_id, posting_no, from_owner_id, from_kind, to_owner_id, to_kind, currency, amount, reason, at)
    values ($1, $5, $1, 'escrow', $2, 'wallet', $6, $4, 'packet_claimed', $9)
  ), credited as (
    update account set balance = balance + $4, entry_count = entry_count + 1
    where owner_id = $2 and kind = 'wallet' and currency = $6
    returning owner_id, currency, entry_count, balance
  ), entered as (
    insert into entry (owner_id, currency, entry_no, amount, balance, reason, source_id, posting_no, at)
    select owner_id, currency, entry_count, $4, balance, 'packet_claimed', $1, $5, $9::timestamptz from credited
  ), debited as (
    update account set balance = balance - $4, entry_count = entry_count + 1
    where owner_id = $1 and kind = 'escrow' and currency = $6
    returning owner_id
  ), kept as (
    update packet
    set state = $7, claimed_amount = claimed_amount + $4, claimed_count = $3, posting_count = $5,
        event_count = event_count + cardinality($10::bigint[]), closed_by = $8,
        closed_at = case when $8::text is null then null else $9::timestamptz end, changed_at = $9
    where id = $1
  ), told as (
    insert into event (source_id, seq, kind, at, data, audience, xid)
    select
      $1, seq, kind, $9::timestamptz, data, $13::text[],
      greatest(
        pg_current_xact_id(),
        (select before.xid from event as before where before.source_id = $1 order by before.seq desc limit 1)
      )
    from unnest($10::bigint[], $11::text[], $12::json[]) as telling (seq, kind, data)
    returning seq, xid
  ), heard as (
    insert into event_for (audience_id, xid, source_id, seq)
    select audience_id, told.xid, $1, told.seq from told, unnest($13::text[]) as audience_id
    where left(audience_id, 4) in ('mem_', 'grp_')
  )
  select (select count(*) from credited)::int as credited, (select count(*) from debited)::int as debited
  `,
)
