/** The three statements of the claim path, each over a whole batch (docs/internals/architecture.md, "The claim path"). */

import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'
import type { PacketRow } from './packets.sql.ts'

/**
 * Lock the batch's packets. An update that changes nothing takes the row lock on one PostgreSQL and on a distributed
 * one alike, where `for update` over several shards is refused. The ids come sorted and the claim queue's connections
 * plan nested loops only, so locks are taken in id order; a deadlock that happens all the same is retried.
 */
export const lockBatchPackets = statement<[ids: string[]], PacketRow>(
  'batch_lock_packets',
  `
  update packet
  set changed_at = packet.changed_at
  from unnest($1::text[]) as asked (id)
  where packet.id = asked.id
  returning
    packet.id, payer_id, kind, profile, currency, total, count, split_method, audience, recipient_id, group_id, greeting,
    passphrase_hash, not_before, test, state, open_as, claimed_amount, claimed_count, returned_amount, posting_count,
    event_count, seed, commitment, sent_at, deliver_at, expire_at, asked_not_to_open_at, closed_at, closed_by,
    close_reason, changed_at
  `,
)

export interface BatchClaimRow {
  now: Instant
  packetId: string | null
  memberId: string | null
  shareNo: number | null
  amount: bigint | null
  at: Instant | null
}

/** The time, read after the locks, and the claims these members already have: one row at least. */
export const readBatchClaims = statement<[packetIds: string[], memberIds: string[]], BatchClaimRow>(
  'batch_read_claims',
  `
  select
    date_trunc('milliseconds', coalesce(clock.frozen_at, clock_timestamp() + clock.offset_ms * interval '1 millisecond')) as now,
    had.packet_id, had.member_id, had.share_no, had.amount, had.at
  from clock
  left join (
    select claim.packet_id, claim.member_id, claim.share_no, claim.amount, claim.at
    from unnest($1::text[], $2::text[]) as asked (packet_id, member_id)
    join claim on claim.packet_id = asked.packet_id and claim.member_id = asked.member_id
  ) as had on true
  `,
)

/**
 * Write all that the batch decided: claims, postings, wallets with their entries, escrows, packets, events.
 * A wallet that is credited several times gets one update; each of its entries knows what came after it in the
 * batch (`later_amount`, `later_entries`), so that the balance beside every entry is the running one. A line finds its
 * wallet by place in an array: joined by id, each line would look at every wallet of the batch, as only nested loops
 * are planned here, and a full batch would take ten times as long. A wallet that is not there makes the counts wrong,
 * and so the batch fail. An event's
 * place in the streams is as insertEvent in events.sql.ts gives it; its audience comes as ids with commas between.
 */
export const writeBatch = statement<
  [
    at: string,
    linePacketIds: string[],
    lineMemberIds: string[],
    shareNos: number[],
    amounts: bigint[],
    postingNos: bigint[],
    laterAmounts: bigint[],
    laterEntries: number[],
    currencies: string[],
    walletPlaces: number[],
    walletOwnerIds: string[],
    walletCurrencies: string[],
    walletSums: bigint[],
    walletEntries: number[],
    packetIds: string[],
    packetStates: string[],
    claimedAmounts: bigint[],
    claimedCounts: number[],
    packetPostings: number[],
    packetEvents: number[],
    closedBys: (string | null)[],
    takens: bigint[],
    eventSourceIds: string[],
    eventSeqs: bigint[],
    eventKinds: string[],
    eventData: string[],
    eventAudiences: string[],
  ],
  { lines: number; wallets: number; escrows: number; packets: number }
>(
  'batch_write',
  `
  with line as materialized (
    select *
    from unnest($2::text[], $3::text[], $4::int[], $5::bigint[], $6::bigint[], $7::bigint[], $8::int[], $9::text[], $10::int[])
      as line (packet_id, member_id, share_no, amount, posting_no, later_amount, later_entries, currency, wallet_place)
  ), claimed as (
    insert into claim (packet_id, member_id, share_no, amount, at)
    select packet_id, member_id, share_no, amount, $1::timestamptz from line
  ), posted as (
    insert into posting (source_id, posting_no, from_owner_id, from_kind, to_owner_id, to_kind, currency, amount, reason, at)
    select packet_id, posting_no, packet_id, 'escrow', member_id, 'wallet', currency, amount, 'packet_claimed', $1::timestamptz
    from line
  ), credited as (
    update account
    set balance = account.balance + w.amount, entry_count = account.entry_count + w.entries
    from unnest($11::text[], $12::text[], $13::bigint[], $14::int[]) with ordinality
      as w (owner_id, currency, amount, entries, place)
    where account.owner_id = w.owner_id and account.kind = 'wallet' and account.currency = w.currency
    returning w.place, account.balance, account.entry_count
  ), standing as materialized (
    select array_agg(balance order by place) as balances, array_agg(entry_count order by place) as entry_counts
    from credited
  ), entered as (
    insert into entry (owner_id, currency, entry_no, amount, balance, reason, source_id, posting_no, at)
    select line.member_id, line.currency, standing.entry_counts[line.wallet_place] - line.later_entries, line.amount,
           standing.balances[line.wallet_place] - line.later_amount, 'packet_claimed', line.packet_id, line.posting_no,
           $1::timestamptz
    from line, standing
    returning entry_no
  ), closing as materialized (
    select *
    from unnest($15::text[], $16::text[], $17::bigint[], $18::int[], $19::int[], $20::int[], $21::text[], $22::bigint[])
      as closing (packet_id, state, claimed_amount, claimed_count, postings, events, closed_by, taken)
  ), debited as (
    update account
    set balance = account.balance - closing.taken, entry_count = account.entry_count + closing.postings
    from closing
    where account.owner_id = closing.packet_id and account.kind = 'escrow'
    returning account.owner_id
  ), kept as (
    update packet
    set state = closing.state, claimed_amount = closing.claimed_amount, claimed_count = closing.claimed_count,
        posting_count = packet.posting_count + closing.postings, event_count = packet.event_count + closing.events,
        closed_at = case when closing.closed_by is null then null else $1::timestamptz end,
        closed_by = closing.closed_by, changed_at = $1::timestamptz
    from closing
    where packet.id = closing.packet_id
    returning packet.id
  ), telling as materialized (
    select
      telling.source_id, telling.seq, telling.kind, telling.data, telling.audience,
      greatest(
        pg_current_xact_id(),
        (
          select before.xid from event as before
          where before.source_id = telling.source_id and before.seq < telling.seq
          order by before.seq desc limit 1
        )
      ) as xid
    from unnest($23::text[], $24::bigint[], $25::text[], $26::jsonb[], $27::text[])
      as telling (source_id, seq, kind, data, audience)
  ), told as (
    insert into event (source_id, seq, kind, at, data, xid)
    select source_id, seq, kind, $1::timestamptz, data, xid from telling
  ), heard as (
    insert into event_for (audience_id, xid, source_id, seq)
    select unnest(string_to_array(audience, ',')), xid, source_id, seq from telling
  )
  select
    (select count(*) from entered)::int as lines,
    (select count(*) from credited)::int as wallets,
    (select count(*) from debited)::int as escrows,
    (select count(*) from kept)::int as packets
  `,
)
