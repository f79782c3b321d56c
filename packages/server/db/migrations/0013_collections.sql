-- One member asks others for an amount each. What was paid of it is a transfer; here stands only which.

create table collection (
  id text collate "C" primary key,
  asker_id text collate "C" not null,
  group_id text collate "C",
  note text not null,
  asked_at timestamptz not null,
  closed_at timestamptz,
  event_count bigint not null default 1,
  changed_at timestamptz not null
);
create index collection_of_asker on collection (asker_id, asked_at, id);

create table collection_share (
  collection_id text collate "C" not null,
  member_id text collate "C" not null,
  asked_at timestamptz not null,
  amount bigint not null,
  declined_at timestamptz,
  reminder_count integer not null default 0,
  reminded_at timestamptz,
  -- The last transfer that paid it.
  transfer_id text collate "C",
  primary key (collection_id, member_id),
  constraint collection_share_positive check (amount > 0),
  constraint collection_reminders_bounded check (reminder_count between 0 and 3),
  constraint collection_reminded_says_when check ((reminder_count = 0) = (reminded_at is null))
);
create index collection_share_of_member on collection_share (member_id, asked_at, collection_id);
