/** The three statements of the claim path, each over a whole batch (docs/internals/architecture.md, "The claim path"). */

import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'
import type { PacketRow } from './packets.sql.ts'

/**
 * Lock the batch's packets; one alone is locked by its key (lockPacket), which is cheaper. An update that changes nothing takes the row lock on one PostgreSQL and on a distributed
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
    event_count, seed, commitment, sent_at, approve_by, held_until, held_release_from, held_reasons, deliver_at, expire_at,
    asked_not_to_open_at, frozen_until, closed_at, closed_by, close_reason, changed_at, family_id, paid_from_id
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

/** The same for a batch of one packet: its claims are looked up in one walk of the index. */
export const readPacketClaims = statement<[packetId: string, memberIds: string[]], BatchClaimRow>(
  'batch_read_packet_claims',
  `
  select
    date_trunc('milliseconds', coalesce(clock.frozen_at, clock_timestamp() + clock.offset_ms * interval '1 millisecond')) as now,
    claim.packet_id, claim.member_id, claim.share_no, claim.amount, claim.at
  from clock
  left join claim on claim.packet_id = $1 and claim.member_id = any($2::text[])
  `,
)

/**
 * Write all that the batch decided: claims, postings, wallets with their entries, escrows, packets, events. No wallet
 * is credited twice, so the balance beside an entry is the one its update returns, and nothing is joined but accounts
 * and packets by their keys: only nested loops are planned here, and each line of a batch looking at each wallet of it
 * would take ten times as long. The lines come sorted by member, so that wallets are locked in id order. Arrays are
 * unnested side by side in the select list, which keeps no copy of each.
 * An event's place in the streams is as insertEvent in events.sql.ts gives it, the event before being the last one of
 * before the batch; its audience comes as ids with commas between. The statement fails where it did not write everything, for nobody looks at its answer before the commit.
 */
export const writeBatch = statement<
  [
    at: string,
    linePacketIds: string[],
    lineMemberIds: string[],
    shareNos: number[],
    amounts: bigint[],
    postingNos: bigint[],
    currencies: string[],
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
    eventsBefore: bigint[],
  ],
  { claims: number }
>(
  'batch_write',
  `
  with line as materialized (
    select
      unnest($2::text[]) as packet_id, unnest($3::text[]) as member_id, unnest($4::int[]) as share_no,
      unnest($5::bigint[]) as amount, unnest($6::bigint[]) as posting_no, unnest($7::text[]) as currency
  ), claimed as (
    insert into claim (packet_id, member_id, share_no, amount, at)
    select packet_id, member_id, share_no, amount, $1::timestamptz from line
  ), posted as (
    insert into posting (source_id, posting_no, from_owner_id, from_kind, to_owner_id, to_kind, currency, amount, reason, at)
    select packet_id, posting_no, packet_id, 'escrow', member_id, 'wallet', currency, amount, 'packet_claimed', $1::timestamptz
    from line
  ), credited as (
    update account
    set balance = account.balance + line.amount, entry_count = account.entry_count + 1
    from line
    where account.owner_id = line.member_id and account.kind = 'wallet' and account.currency = line.currency
    returning account.owner_id, account.currency, account.entry_count, account.balance, line.amount, line.packet_id, line.posting_no
  ), entered as (
    insert into entry (owner_id, currency, entry_no, amount, balance, reason, source_id, posting_no, at)
    select owner_id, currency, entry_count, amount, balance, 'packet_claimed', packet_id, posting_no, $1::timestamptz
    from credited
  ), closing as materialized (
    select
      unnest($8::text[]) as packet_id, unnest($9::text[]) as state, unnest($10::bigint[]) as claimed_amount,
      unnest($11::int[]) as claimed_count, unnest($12::int[]) as postings, unnest($13::int[]) as events,
      unnest($14::text[]) as closed_by, unnest($15::bigint[]) as taken
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
      telling.source_id, telling.seq, telling.kind, telling.data, string_to_array(telling.audience, ',') as audience,
      greatest(
        pg_current_xact_id(),
        (select before.xid from event as before where before.source_id = telling.source_id and before.seq = telling.before)
      ) as xid
    from unnest($16::text[], $17::bigint[], $18::text[], $19::json[], $20::text[], $21::bigint[])
      as telling (source_id, seq, kind, data, audience, before)
  ), told as (
    insert into event (source_id, seq, kind, at, data, audience, xid)
    select source_id, seq, kind, $1::timestamptz, data, audience, xid from telling
  ), heard as (
    insert into event_for (audience_id, xid, source_id, seq)
    select audience_id, xid, source_id, seq
    from (select unnest(audience) as audience_id, xid, source_id, seq from telling) as listed
    where left(audience_id, 4) in ('mem_', 'grp_')
  )
  select case
    when (select count(*) from credited) = cardinality($2::text[])
      and (select count(*) from debited) = cardinality($8::text[])
      and (select count(*) from kept) = cardinality($8::text[])
    then cardinality($2::text[])
    else ('a batch of claims credited only ' || (select count(*) from credited) || ' of its wallets')::int
  end as claims
  `,
)
