-- Giving back what was claimed or has arrived, asked for or not. By the packet or transfer it came with.

-- What one recipient has of it, and how much of that they have given back: every return waits here for the row.
create table return_share (
  source_id text collate "C" not null,
  recipient_id text collate "C" not null,
  currency text not null,
  received bigint not null,
  returned bigint not null default 0,
  request_count integer not null default 0,
  declined_at timestamptz,
  changed_at timestamptz not null,
  primary key (source_id, recipient_id),
  constraint never_more_returned_than_received check (received > 0 and returned between 0 and received)
);

create table return_request (
  source_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  payer_id text collate "C" not null,
  recipient_id text collate "C" not null,
  currency text not null,
  cause text,
  amount bigint not null,
  returned bigint not null default 0,
  message text not null,
  asked_at timestamptz not null,
  due_on text,
  due_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  reminder_count integer not null default 0,
  reminded_at timestamptz,
  returned_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  note text not null default '',
  withdrawn_at timestamptz,
  closed_at timestamptz,
  posting_count bigint not null default 0,
  event_count bigint not null default 0,
  changed_at timestamptz not null,
  primary key (source_id, id),
  constraint return_kind_known check (kind in ('asked', 'offered')),
  constraint return_is_between_two check (payer_id <> recipient_id),
  constraint return_cause_known check (cause in ('AC03', 'AM09', 'DUPL', 'CUST', 'FRAD', 'UAPA')),
  constraint return_decline_reason_known check (decline_reason in ('CUST', 'LEGL', 'ARDT', 'AM04')),
  constraint return_asked_says_why_and_until_when check (
    (kind = 'asked') = (cause is not null) and (kind = 'asked') = (due_on is not null)
    and (kind = 'asked') = (due_at is not null)
  ),
  constraint return_amounts_not_negative check (amount > 0 and returned >= 0),
  constraint return_has_its_postings check ((returned > 0) = (posting_count > 0) and (returned > 0) = (returned_at is not null)),
  constraint return_reminders_bounded check (reminder_count between 0 and 3),
  constraint return_ends_one_way check (
    (declined_at is null or withdrawn_at is null)
    and (declined_at is null) = (decline_reason is null)
    and ((declined_at is null and withdrawn_at is null) or closed_at is not null)
    and (returned < amount or closed_at is not null)
  )
);
create unique index return_open_once on return_request (source_id, recipient_id) where closed_at is null;
create index return_by_id on return_request (id);
create index return_to_end on return_request (due_at) where closed_at is null;
create index return_of_payer on return_request (payer_id, asked_at, id);
create index return_of_recipient on return_request (recipient_id, asked_at, id);
