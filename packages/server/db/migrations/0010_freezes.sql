-- Freezes of packets, wallets and amounts, each with what it stands on and until when; and the service's own
-- organisation, whose dispute agents and auditors work with them.

alter table organisation add column is_house boolean not null default false;
-- The one organisation that is the service's own.
create table house (
  only_row boolean primary key default true check (only_row),
  organisation_id text collate "C" not null
);

-- By what is frozen: a packet, or the owner of a wallet. A row changes once, when it ends.
create table money_freeze (
  subject_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  -- Whose money it is, and who may object.
  owner_id text collate "C" not null,
  currency text not null,
  -- Of an amount: what was asked for, and what was there.
  asked_amount bigint,
  amount bigint,
  reason text not null,
  note text not null,
  basis text not null,
  reference text,
  document_id text collate "C",
  frozen_by text collate "C" not null,
  since timestamptz not null,
  until timestamptz not null,
  posting_count bigint not null,
  released_at timestamptz,
  released_by text collate "C",
  release_reason text,
  release_note text,
  primary key (subject_id, id),
  constraint freeze_kind_known check (kind in ('packet', 'wallet', 'amount')),
  constraint freeze_basis_known check (basis in ('policy', 'police_stop', 'police_freeze', 'court')),
  constraint freeze_has_an_end check (until > since and released_at <= until),
  constraint freeze_of_an_amount_says_how_much check (
    (kind = 'amount') = (amount is not null) and (amount is null) = (asked_amount is null)
    and (amount is null or (amount > 0 and amount <= asked_amount))
  ),
  constraint freeze_counts_its_postings check (posting_count >= (amount is not null)::int),
  constraint order_has_its_number check (basis = 'policy' or reference is not null),
  constraint freeze_ends_once check (
    (released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null)
  )
);
create index freeze_to_release on money_freeze (until) where released_at is null;
create index freeze_of_owner on money_freeze (owner_id, since, id);
create index freeze_in_order on money_freeze (since, id);
create index freeze_by_id on money_freeze (id);

-- What the frozen person says against it, and the answer.
create table freeze_appeal (
  subject_id text collate "C" not null,
  freeze_id text collate "C" not null,
  appeal_no integer not null,
  text text not null,
  at timestamptz not null,
  by text collate "C" not null,
  outcome text,
  answer text,
  answered_at timestamptz,
  answered_by text collate "C",
  primary key (subject_id, freeze_id, appeal_no),
  constraint appeal_outcome_known check (outcome in ('upheld', 'dismissed')),
  constraint appeal_is_answered_once check (
    (outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null) and (outcome is null) = (answer is null)
  )
);
create unique index freeze_appeal_one_waits on freeze_appeal (subject_id, freeze_id) where outcome is null;

alter table packet add column frozen_until timestamptz;

-- Freezes of before last a week, as those of the service's own rules do now.
insert into money_freeze (
  subject_id, id, kind, owner_id, currency, reason, note, basis, frozen_by, since, until, posting_count,
  released_at, released_by, release_reason
)
select
  owner_id, 'frz_0' || substr(md5(owner_id || currency || freeze_no), 1, 25), 'wallet', owner_id, currency, 'other', reason,
  'policy', frozen_by, since, greatest(since + interval '7 days', until), 0, until, lifted_by,
  case when until is null then null else 'lifted' end
from wallet_freeze;
drop table wallet_freeze;
