-- Ladders and split plans. A ladder is two transfers, each of which names the other; a plan is a payer's own, kept with
-- them, and each of its parts is sent at most once. What was sent of a plan knows which part of it is.

alter table transfer
  add column ladder_part text,
  add column ladder_other_id text collate "C",
  add column ladder_other_amount bigint,
  add column plan_id text collate "C",
  add column plan_part integer,
  add constraint transfer_ladder_is_whole check (
    (ladder_part is null) = (ladder_other_id is null) and (ladder_part is null) = (ladder_other_amount is null)
  ),
  add constraint transfer_ladder_part_known check (ladder_part in ('first', 'rest')),
  add constraint transfer_ladder_other_positive check (ladder_other_amount > 0),
  add constraint transfer_ladder_names_another check (ladder_other_id <> id),
  add constraint transfer_rest_waits_for_a_word check (ladder_part is distinct from 'rest' or needs_acceptance),
  add constraint transfer_of_plan_says_which_part check ((plan_id is null) = (plan_part is null)),
  add constraint transfer_is_ladder_or_planned check (ladder_part is null or plan_id is null);

create index transfer_of_plan on transfer (payer_id, plan_id) where plan_id is not null;

create table split_plan (
  payer_id text collate "C" not null,
  id text collate "C" not null,
  payee_id text collate "C" not null,
  currency text not null,
  total bigint not null,
  note text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  changed_at timestamptz not null,
  primary key (payer_id, id),
  constraint split_plan_never_to_oneself check (payer_id <> payee_id),
  constraint split_plan_total_positive check (total > 0),
  constraint split_plan_ends_later check (ends_at > made_at)
);
create index split_plan_in_order on split_plan (payer_id, made_at, id);

create table split_part (
  payer_id text collate "C" not null,
  plan_id text collate "C" not null,
  no integer not null,
  amount bigint not null,
  transfer_id text collate "C",
  sent_at timestamptz,
  primary key (payer_id, plan_id, no),
  constraint split_part_number_known check (no between 1 and 20),
  constraint split_part_positive check (amount > 0),
  constraint split_part_sent_says_when check ((transfer_id is null) = (sent_at is null))
);
