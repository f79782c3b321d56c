-- What a member has sent, kept by the member so that the guard reads their past from one place, and the guard's verdict
-- on each send with all it was made from.

create table sent (
  payer_id text collate "C" not null,
  send_id text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  to_kind text not null,
  to_key text collate "C" not null,
  amount bigint not null,
  count integer not null,
  words text not null,
  taken_back_at timestamptz,
  primary key (payer_id, send_id),
  constraint sent_kind_known check (kind in ('direct', 'equal', 'lucky', 'exclusive', 'transfer')),
  constraint sent_to_known check (to_kind in ('member', 'members', 'group', 'link')),
  constraint sent_amount_positive check (amount > 0),
  constraint sent_count_positive check (count > 0),
  constraint taken_back_after_it_was_sent check (taken_back_at >= at)
);

create index sent_newest on sent (payer_id, at desc);

create table verdict (
  send_id text collate "C" primary key,
  payer_id text collate "C" not null,
  at timestamptz not null,
  outcome text not null,
  reasons jsonb not null,
  signals jsonb not null,
  held_rules text[] not null,
  failed_rules text[] not null,
  policy_name text not null,
  policy_version integer not null,
  shown jsonb not null,
  shown_hash text collate "C" not null,
  payee_check jsonb,
  confirmed boolean not null,
  constraint verdict_outcome_known check (outcome in ('allow', 'confirm', 'hold', 'approve', 'refuse')),
  constraint asked_means_confirmed check (outcome <> 'confirm' or confirmed),
  constraint refused_is_never_sent check (outcome <> 'refuse')
);
