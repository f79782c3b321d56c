-- Limits and what was counted against them, the allowances families give, and guardians.
-- What is counted is kept by the member it is counted for: a sender, or the giver whose wallet pays.

-- Whose age band an operator has said, and the time zone of a minor's days and nights, which they cannot move.
create table limit_profile (
  member_id text collate "C" primary key,
  band text not null,
  time_zone text,
  changed_at timestamptz not null,
  constraint age_band_known check (band in ('adult', 'teen', 'child')),
  constraint minor_has_a_time_zone check (band = 'adult' or time_zone is not null)
);

-- One limit of one layer; `max` of null is none. From `next_at` on it is `next_max`.
create table limit_rule (
  member_id text collate "C" not null,
  layer text not null,
  kind text not null,
  max bigint,
  next_max bigint,
  next_at timestamptz,
  primary key (member_id, layer, kind),
  constraint limit_layer_known check (layer in ('operator', 'own')),
  constraint limit_kind_known check (kind in ('share', 'send', 'day', 'month')),
  constraint limit_never_negative check (max >= 0 and next_max >= 0),
  constraint next_limit_has_a_moment check (next_at is not null or next_max is null)
);

-- What was sent in a day, which is kept as moments: days of two time zones overlap, and both count.
create table spent_day (
  member_id text collate "C" not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  month_ends_at timestamptz not null,
  amount bigint not null,
  primary key (member_id, starts_at, ends_at),
  constraint spent_never_negative check (amount >= 0),
  constraint spent_day_runs_forward check (starts_at < ends_at and ends_at <= month_ends_at)
);

-- Each send as it was counted, so that what is given back goes to its own day.
create table spend (
  member_id text collate "C" not null,
  send_id text collate "C" not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  amount bigint not null,
  at timestamptz not null,
  given_back_at timestamptz,
  primary key (member_id, send_id),
  constraint spend_amount_positive check (amount > 0),
  constraint spend_lies_in_its_day check (starts_at <= at and at < ends_at)
);

-- An allowance: the holder sends, the giver's wallet pays.
create table family_link (
  id text collate "C" primary key,
  giver_id text collate "C" not null,
  holder_id text collate "C" not null,
  state text not null,
  month_max bigint not null,
  approve_above bigint,
  time_zone text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text collate "C",
  event_count bigint not null,
  changed_at timestamptz not null,
  constraint family_state_known check (state in ('invited', 'active', 'ended')),
  constraint family_is_two_people check (giver_id <> holder_id),
  constraint family_allowance_positive check (month_max > 0 and approve_above >= 0),
  constraint family_ends_once check ((state = 'ended') = (ended_at is not null))
);
create index family_of_giver on family_link (giver_id) where state <> 'ended';
create index family_of_holder on family_link (holder_id) where state <> 'ended';

create table family_month (
  link_id text collate "C" not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  amount bigint not null,
  primary key (link_id, starts_at),
  constraint family_month_never_negative check (amount >= 0)
);

create table family_spend (
  link_id text collate "C" not null,
  send_id text collate "C" not null,
  starts_at timestamptz not null,
  amount bigint not null,
  at timestamptz not null,
  given_back_at timestamptz,
  primary key (link_id, send_id),
  constraint family_spend_positive check (amount > 0)
);

-- Whose wallet paid, where it was not the sender's own; what comes back goes there.
alter table packet add column family_id text collate "C", add column paid_from_id text collate "C",
  add constraint packet_paid_by_family_names_both check ((family_id is null) = (paid_from_id is null));
alter table transfer add column family_id text collate "C", add column paid_from_id text collate "C",
  add constraint transfer_paid_by_family_names_both check ((family_id is null) = (paid_from_id is null));

create table guardian_link (
  id text collate "C" primary key,
  guardian_id text collate "C" not null,
  protected_id text collate "C" not null,
  asked_by text collate "C" not null,
  state text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text collate "C",
  alerted_at timestamptz,
  event_count bigint not null,
  changed_at timestamptz not null,
  constraint guardian_state_known check (state in ('invited', 'active', 'ended')),
  constraint guardian_is_two_people check (guardian_id <> protected_id),
  constraint guardian_asked_by_one_of_them check (asked_by in (guardian_id, protected_id)),
  constraint guardian_ends_once check ((state = 'ended') = (ended_at is not null))
);
create index guardian_of_guardian on guardian_link (guardian_id) where state <> 'ended';
create index guardian_of_protected on guardian_link (protected_id) where state <> 'ended';
