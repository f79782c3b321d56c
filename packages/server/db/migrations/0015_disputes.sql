-- Disputes: what happened to each, only ever added to; and documents that were handed in, sealed.

create table document (
  owner_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  type text not null,
  size integer not null,
  came_hash bytea not null,
  kept_hash bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (owner_id, id),
  constraint document_once unique (owner_id, came_hash),
  constraint document_type_known check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  constraint document_hashes_whole check (length(came_hash) = 32 and length(kept_hash) = 32)
);
-- Sealed bytes cannot be packed.
alter table document alter column sealed set storage external;
create index document_by_id on document (id);
create trigger document_is_append_only before update on document for each row execute function refuse_change();

-- By the packet or transfer it is about. The state, the agent and the time due are what its facts make of it.
create table dispute (
  source_id text collate "C" not null,
  id text collate "C" not null,
  opener_id text collate "C" not null,
  other_id text collate "C" not null,
  payer_id text collate "C" not null,
  cause text not null,
  amount bigint not null,
  currency text not null,
  answers jsonb not null,
  opened_at timestamptz not null,
  state text not null,
  agent_id text collate "C",
  due_at timestamptz,
  fact_count integer not null,
  changed_at timestamptz not null,
  primary key (source_id, id),
  constraint dispute_has_two_sides check (opener_id <> other_id and payer_id in (opener_id, other_id)),
  constraint dispute_cause_known check (cause in ('mistake', 'fraud', 'account_theft')),
  constraint dispute_state_known check (state in ('waiting', 'in_hand', 'asked', 'decided', 'appealed', 'closed', 'withdrawn')),
  constraint dispute_amount_positive check (amount > 0),
  constraint open_dispute_has_its_time check ((state in ('closed', 'withdrawn')) = (due_at is null))
);
create unique index dispute_open_once on dispute (source_id, opener_id, other_id) where state not in ('closed', 'withdrawn');
create index dispute_by_id on dispute (id);
create index dispute_by_urgency on dispute (due_at, id) where state not in ('closed', 'withdrawn');
create index dispute_in_order on dispute (opened_at, id);
create index dispute_of_opener on dispute (opener_id, opened_at, id);
create index dispute_of_other on dispute (other_id, opened_at, id);

create table dispute_fact (
  source_id text collate "C" not null,
  dispute_id text collate "C" not null,
  no integer not null,
  kind text not null,
  at timestamptz not null,
  by text collate "C" not null,
  to_id text collate "C",
  outcome text,
  answer_by timestamptz,
  text text,
  amount bigint,
  document_id text collate "C",
  effect text,
  effect_id text collate "C",
  primary key (source_id, dispute_id, no),
  constraint dispute_fact_known check (
    kind in ('opened', 'document', 'statement', 'assigned', 'note', 'asked', 'decided', 'appealed', 'appeal_decided', 'withdrawn', 'closed')
  ),
  constraint dispute_outcome_known check (outcome in ('return', 'part', 'refuse', 'freeze', 'release')),
  constraint only_a_decision_has_an_outcome check ((kind in ('decided', 'appeal_decided')) = (outcome is not null))
);
create trigger dispute_fact_is_append_only before update or delete on dispute_fact for each row execute function refuse_change();
create trigger dispute_fact_is_never_emptied before truncate on dispute_fact for each statement execute function refuse_change();
