-- The spine: people, ledger, packets, transfers, events, keys.
-- Every table's keys begin with its distribution key (docs/internals/architecture.md, "Shard-ready").
-- Ids compare by bytes (collate "C"), so that the order of locks is the same in SQL and in TypeScript.

-- Reference tables: small, copied to every node.

create table clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0,
  frozen_at timestamptz
);
insert into clock default values;

create table api_key (
  id text collate "C" primary key,
  secret_hash bytea not null,
  name text not null,
  scopes text[] not null,
  demo boolean not null default false,
  previous_hash bytea,
  previous_until timestamptz,
  event_count bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint previous_secret_has_an_end check ((previous_hash is null) = (previous_until is null))
);

create table session (
  id text collate "C" primary key,
  secret_hash bytea not null,
  member_id text collate "C" not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- The host application whose token was exchanged for it: it is good only while that host speaks for the member.
  host_id text collate "C"
);
create index session_of_member on session (member_id, id);
create index session_by_expiry on session (expires_at);

-- Codes that are exchanged for a session, once: a row is there until it is used, or its member signs out.
create table sign_in_code (
  secret_hash bytea primary key,
  member_id text collate "C" not null,
  demo boolean not null default false,
  session_ms bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_code_of_member on sign_in_code (member_id);
create index sign_in_code_by_expiry on sign_in_code (expires_at);

create table host (
  id text collate "C" primary key,
  name text not null,
  issuer text not null,
  jwks jsonb not null,
  event_count bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revoked_at timestamptz
);

create unique index host_issuer_once on host (issuer) where revoked_at is null;

-- Whose tokens are no longer good as they were: keys, sessions, hosts, members. Every process reads on from here.
create table revocation (
  xid xid8 not null default pg_current_xact_id(),
  subject_id text collate "C" not null,
  at timestamptz not null,
  primary key (xid, subject_id)
);

create table external_id (
  host_id text collate "C" not null,
  external_id text collate "C" not null,
  member_id text collate "C" not null,
  created_at timestamptz not null,
  primary key (host_id, external_id)
);
create index external_id_of_member on external_id (member_id);

-- People, by member or group.

create table member (
  id text collate "C" primary key,
  name text not null,
  photo_url text,
  time_zone text not null,
  undo_s integer not null constraint undo_length_offered check (undo_s in (5, 10, 20, 30)),
  transfer_delay_s integer not null constraint transfer_delay_bounded check (transfer_delay_s between 0 and 604800),
  tokens_valid_from timestamptz,
  quiet_from text,
  quiet_until text,
  hold_from bigint constraint hold_from_positive check (hold_from > 0),
  hold_relations text[] not null default '{}',
  hold_s integer not null default 1800 constraint hold_length_bounded check (hold_s between 60 and 86400),
  event_count bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint quiet_hours_have_both_ends check ((quiet_from is null) = (quiet_until is null)),
  constraint hold_relation_known check (hold_relations <@ array['family', 'friend', 'colleague', 'customer', 'important_customer', 'other'])
);
create index member_by_age on member (created_at, id);

create table contact (
  owner_id text collate "C" not null,
  member_id text collate "C" not null,
  alias text,
  relation text,
  relation_note text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, member_id),
  constraint contact_is_someone_else check (owner_id <> member_id),
  constraint contact_relation_known check (relation in ('family', 'friend', 'colleague', 'customer', 'important_customer', 'other')),
  constraint relation_note_explains_other check (relation_note is null or relation is not distinct from 'other')
);

create table block (
  owner_id text collate "C" not null,
  member_id text collate "C" not null,
  created_at timestamptz not null,
  primary key (owner_id, member_id),
  constraint block_is_someone_else check (owner_id <> member_id)
);

-- Up to which place of their own stream a member has read their notices.
create table inbox_read (
  member_id text collate "C" primary key,
  xid xid8 not null,
  at timestamptz not null,
  source_id text collate "C" not null,
  seq bigint not null
);

create table member_group (
  id text collate "C" primary key,
  name text not null,
  event_count bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create table group_member (
  group_id text collate "C" not null,
  member_id text collate "C" not null,
  since timestamptz not null,
  until timestamptz,
  primary key (group_id, member_id, since),
  constraint group_stay_runs_forward check (until >= since)
);
create unique index group_member_once on group_member (group_id, member_id) where until is null;
create index group_member_by_member on group_member (member_id);

-- The ledger, by owner; postings by what caused them.

create table account (
  owner_id text collate "C" not null,
  kind text not null,
  currency text not null,
  balance bigint not null default 0,
  entry_count bigint not null default 0,
  state text not null default 'open',
  primary key (owner_id, kind, currency),
  constraint account_kind_known check (kind in ('wallet', 'escrow', 'frozen', 'settlement', 'revenue')),
  constraint account_state_known check (state in ('open', 'frozen')),
  constraint wallet_never_negative check (kind in ('settlement', 'revenue') or balance >= 0)
) with (fillfactor = 70);

create table posting (
  source_id text collate "C" not null,
  posting_no bigint not null,
  from_owner_id text collate "C" not null,
  from_kind text not null,
  to_owner_id text collate "C" not null,
  to_kind text not null,
  currency text not null,
  amount bigint not null,
  reason text not null,
  at timestamptz not null,
  primary key (source_id, posting_no),
  constraint posting_amount_positive check (amount > 0)
);

create table entry (
  owner_id text collate "C" not null,
  currency text not null,
  entry_no bigint not null,
  amount bigint not null,
  balance bigint not null,
  reason text not null,
  source_id text collate "C" not null,
  posting_no bigint not null,
  at timestamptz not null,
  primary key (owner_id, currency, entry_no),
  constraint entry_moves_money check (amount <> 0),
  constraint entry_balance_never_negative check (balance >= 0)
);

create table wallet_freeze (
  owner_id text collate "C" not null,
  currency text not null,
  freeze_no integer not null,
  since timestamptz not null,
  until timestamptz,
  reason text not null,
  frozen_by text not null,
  lifted_by text,
  primary key (owner_id, currency, freeze_no),
  constraint freeze_runs_forward check (until >= since),
  constraint freeze_is_lifted_by_someone check ((until is null) = (lifted_by is null))
);
create unique index wallet_frozen_once on wallet_freeze (owner_id, currency) where until is null;

create table funding (
  member_id text collate "C" not null,
  id text collate "C" not null,
  direction text not null,
  currency text not null,
  amount bigint not null,
  reference text,
  at timestamptz not null,
  primary key (member_id, id),
  constraint funding_direction_known check (direction in ('top_up', 'withdrawal')),
  constraint funding_amount_positive check (amount > 0)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $$;
create trigger posting_is_append_only before update or delete on posting for each row execute function refuse_change();
create trigger posting_is_never_emptied before truncate on posting for each statement execute function refuse_change();
create trigger entry_is_append_only before update or delete on entry for each row execute function refuse_change();
create trigger entry_is_never_emptied before truncate on entry for each statement execute function refuse_change();
create trigger funding_is_append_only before update or delete on funding for each row execute function refuse_change();
create trigger funding_is_never_emptied before truncate on funding for each statement execute function refuse_change();

-- Packets, their recipients and claims, by packet.

create table packet (
  id text collate "C" primary key,
  payer_id text collate "C" not null,
  kind text not null,
  profile text not null,
  currency text not null,
  total bigint not null,
  count integer not null,
  split_method text,
  audience text not null,
  recipient_id text collate "C",
  group_id text collate "C",
  greeting text not null,
  passphrase_hash bytea,
  not_before timestamptz,
  test boolean not null,
  state text not null,
  open_as text not null,
  claimed_amount bigint not null default 0,
  claimed_count integer not null default 0,
  returned_amount bigint not null default 0,
  posting_count bigint not null,
  event_count bigint not null,
  seed bytea,
  commitment bytea,
  sent_at timestamptz not null,
  held_until timestamptz,
  held_release_from timestamptz,
  held_reasons text[] not null default '{}',
  deliver_at timestamptz not null,
  expire_at timestamptz not null,
  asked_not_to_open_at timestamptz,
  expiring_at timestamptz not null,
  told_expiring_at timestamptz,
  closed_at timestamptz,
  closed_by text collate "C",
  close_reason text,
  changed_at timestamptz not null,
  constraint packet_kind_known check (kind in ('direct', 'equal', 'lucky', 'exclusive')),
  constraint packet_state_known check (state in ('held', 'undo', 'undone', 'open', 'paused', 'claimed_out', 'recalled', 'declined', 'expired')),
  constraint packet_open_as_known check (open_as in ('open', 'paused')),
  constraint packet_audience_known check (audience in ('member', 'members', 'group', 'link')),
  constraint packet_split_known check (split_method in ('wechat', 'provable')),
  constraint lucky_packet_has_a_split check ((kind = 'lucky') = (split_method is not null)),
  constraint one_recipient_kinds_name_one check ((kind in ('direct', 'exclusive')) = (recipient_id is not null)),
  constraint packet_share_never_below_one_fen check (count >= 1 and total >= count),
  constraint packet_never_over_issued check (claimed_count between 0 and count and claimed_amount >= 0 and claimed_amount + returned_amount <= total),
  constraint packet_closes_whole check ((state in ('held', 'undo', 'open', 'paused')) = (closed_at is null) and (closed_at is null or claimed_amount + returned_amount = total)),
  constraint packet_times_run_forward check (sent_at <= deliver_at and deliver_at < expire_at),
  constraint packet_hold_says_why check ((held_until is null) = (cardinality(held_reasons) = 0) and (held_until is not null or (state <> 'held' and held_release_from is null))),
  constraint packet_hold_ends_before_delivery check (held_until between sent_at and deliver_at and (held_release_from is null or held_release_from between sent_at and held_until))
) with (fillfactor = 70);
create index packet_to_end_hold on packet (held_until) where state = 'held';
create index packet_to_deliver on packet (deliver_at) where state in ('held', 'undo');
create index packet_to_expire on packet (expire_at) where state in ('held', 'undo', 'open', 'paused');
create index packet_to_tell_expiring on packet (expiring_at) where state in ('held', 'undo', 'open', 'paused') and told_expiring_at is null;
create index packet_of_payer on packet (payer_id, sent_at);
-- What passes between two members, and in a group, in order of delivery. Nothing a claim changes is in them.
create index packet_of_recipient on packet (recipient_id, payer_id, deliver_at, id) where recipient_id is not null;
create index packet_of_group on packet (group_id, deliver_at, id) where group_id is not null;

create table packet_recipient (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  primary key (packet_id, member_id)
);
create index packet_recipient_of_member on packet_recipient (member_id);

create table claim (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  share_no integer not null,
  amount bigint not null,
  at timestamptz not null,
  primary key (packet_id, member_id),
  constraint claim_at_least_one_fen check (amount > 0 and share_no > 0)
);
create trigger claim_is_append_only before update or delete on claim for each row execute function refuse_change();
create trigger claim_is_never_emptied before truncate on claim for each statement execute function refuse_change();

create table passphrase_attempt (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  attempts integer not null,
  primary key (packet_id, member_id)
);

-- Transfers, by transfer.

create table transfer (
  id text collate "C" primary key,
  payer_id text collate "C" not null,
  payee_id text collate "C" not null,
  profile text not null,
  currency text not null,
  amount bigint not null,
  note text not null,
  delay_s integer not null,
  needs_acceptance boolean not null,
  state text not null,
  posting_count bigint not null,
  event_count bigint not null,
  sent_at timestamptz not null,
  held_until timestamptz,
  held_release_from timestamptz,
  held_reasons text[] not null default '{}',
  deliver_at timestamptz not null,
  accept_by timestamptz,
  expiring_at timestamptz,
  told_expiring_at timestamptz,
  accepted_at timestamptz,
  arrive_at timestamptz,
  closed_at timestamptz,
  closed_by text collate "C",
  close_reason text,
  changed_at timestamptz not null,
  constraint transfer_state_known check (state in ('held', 'undo', 'undone', 'waiting', 'arrived', 'recalled', 'declined', 'returned')),
  constraint transfer_amount_positive check (amount > 0),
  constraint transfer_never_to_oneself check (payer_id <> payee_id),
  constraint transfer_closes_once check ((state in ('held', 'undo', 'waiting')) = (closed_at is null)),
  constraint only_what_waits_for_acceptance_is_expiring check ((expiring_at is null) = (accept_by is null)),
  constraint transfer_waits_for_something check (closed_at is not null or arrive_at is not null or accept_by is not null),
  constraint transfer_hold_says_why check ((held_until is null) = (cardinality(held_reasons) = 0) and (held_until is not null or (state <> 'held' and held_release_from is null))),
  constraint transfer_hold_ends_before_delivery check (held_until between sent_at and deliver_at and (held_release_from is null or held_release_from between sent_at and held_until))
);
create index transfer_to_end_hold on transfer (held_until) where state = 'held';
create index transfer_to_deliver on transfer (deliver_at) where state in ('held', 'undo');
create index transfer_to_arrive on transfer (arrive_at) where state in ('held', 'undo', 'waiting');
create index transfer_to_return on transfer (accept_by) where state in ('held', 'undo', 'waiting') and accepted_at is null;
create index transfer_to_tell_expiring on transfer (expiring_at) where state in ('held', 'undo', 'waiting') and accepted_at is null and told_expiring_at is null;
create index transfer_of_payer on transfer (payer_id, sent_at);
create index transfer_of_payee on transfer (payee_id, deliver_at);
create index transfer_between on transfer (payee_id, payer_id, deliver_at, id);

-- Events: written with the money they tell of. `seq` is dense per source; `audience` is whom it is told to, and
-- `event_for` the own list of each member and group among them. `xid` places an event in the streams: the writing transaction's, or the event before's where that is greater, so
-- that a source's events keep their order (events/events.sql.ts).

-- Its primary key carries `xid`, so that the event before is always found by it: a nearly empty table would have the
-- planner walk event_in_order instead, and keep doing so as it fills. What a batch of claims tells can be long: it is
-- kept as it was written, for taking JSON apart and compressing it cost each claim a tenth of the database's time.
create table event (
  source_id text collate "C" not null,
  seq bigint not null,
  kind text not null,
  at timestamptz not null,
  data json storage external not null,
  audience text[] collate "C" not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (source_id, seq) include (xid)
);
create index event_in_order on event (xid, source_id, seq);
create trigger event_is_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event for each statement execute function refuse_change();

create table event_for (
  audience_id text collate "C" not null,
  xid xid8 not null default pg_current_xact_id(),
  source_id text collate "C" not null,
  seq bigint not null,
  primary key (audience_id, xid, source_id, seq)
);

-- Idempotency, by who asked.

create table idempotency (
  actor_id text collate "C" not null,
  key text collate "C" not null,
  state text not null,
  request_hash bytea,
  source_id text collate "C",
  status integer,
  body text,
  created_at timestamptz not null,
  primary key (actor_id, key),
  constraint idempotency_state_known check (state in ('running', 'answered', 'tombstone'))
);
create index idempotency_by_age on idempotency (created_at);
