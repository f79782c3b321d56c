-- Instalments: what a recipient gives back in parts that both agreed on. By the packet or transfer it came with.

create table instalments (
  source_id text collate "C" not null,
  id text collate "C" not null,
  creditor_id text collate "C" not null,
  debtor_id text collate "C" not null,
  currency text not null,
  state text not null,
  version_count integer not null default 0,
  proposed_version integer,
  proposed_by text collate "C",
  proposed_at timestamptz,
  agreed_version integer,
  agreed_at timestamptz,
  principal_left bigint not null default 0,
  interest_left bigint not null default 0,
  principal_paid bigint not null default 0,
  interest_paid bigint not null default 0,
  consent boolean not null default false,
  -- When the clock has something to do next.
  look_at timestamptz,
  ended_at timestamptz,
  ended_by text collate "C",
  posting_count bigint not null default 0,
  event_count bigint not null default 0,
  changed_at timestamptz not null,
  primary key (source_id, id),
  constraint instalments_are_between_two check (creditor_id <> debtor_id),
  constraint instalments_state_known check (state in ('proposed', 'active', 'paid', 'released', 'declined', 'withdrawn')),
  constraint instalments_end_once check ((state in ('proposed', 'active')) = (ended_at is null)),
  constraint instalments_run_by_an_agreement check (
    (agreed_version is null) = (state in ('proposed', 'declined', 'withdrawn'))
    and (agreed_version is null) = (agreed_at is null)
  ),
  constraint instalments_proposal_is_whole check (
    (proposed_version is null) = (proposed_by is null) and (proposed_version is null) = (proposed_at is null)
    and (state <> 'proposed' or proposed_version is not null)
  ),
  constraint instalments_amounts_not_negative check (
    principal_left >= 0 and interest_left >= 0 and principal_paid >= 0 and interest_paid >= 0
  ),
  constraint instalments_paid_is_paid_whole check (state <> 'paid' or principal_left + interest_left = 0)
);
create unique index instalments_open_once on instalments (source_id, debtor_id) where ended_at is null;
create index instalments_by_id on instalments (id);
create index instalments_to_look_at on instalments (look_at) where look_at is not null;
create index instalments_of_creditor on instalments (creditor_id, changed_at, id);
create index instalments_of_debtor on instalments (debtor_id, changed_at, id);

create table instalments_version (
  source_id text collate "C" not null,
  instalments_id text collate "C" not null,
  version integer not null,
  by_id text collate "C" not null,
  principal bigint not null,
  interest bigint not null,
  note text not null,
  at timestamptz not null,
  primary key (source_id, instalments_id, version),
  constraint instalments_version_asks_for_something check (principal > 0 and interest >= 0)
);

create table instalments_part (
  source_id text collate "C" not null,
  instalments_id text collate "C" not null,
  version integer not null,
  no integer not null,
  amount bigint not null,
  asked_on text not null,
  due_on text not null,
  paid_at timestamptz,
  missed_at timestamptz,
  primary key (source_id, instalments_id, version, no),
  constraint instalments_part_is_of_something check (amount > 0)
);

create trigger instalments_version_is_append_only before update or delete on instalments_version
  for each row execute function refuse_change();
