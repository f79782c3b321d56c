-- What a family approves may end because nobody is left who could; and members report members.

alter table approval drop constraint approval_outcome_known,
  add constraint approval_outcome_known check (outcome in ('approved', 'rejected', 'timed_out', 'undone', 'forsaken'));

-- That one member reported another, kept with the one it is about. It is ended once: taken back, or by the operator.
create table report (
  about_id text collate "C" not null,
  id text collate "C" not null,
  reporter_id text collate "C" not null,
  reason text not null,
  send_id text collate "C",
  note text,
  has_dealings boolean not null,
  reported_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  closed_by text collate "C",
  closing_note text,
  primary key (about_id, id),
  constraint report_is_about_another check (about_id <> reporter_id),
  constraint report_reason_known check (reason in ('scam', 'impersonation', 'harassment', 'gambling', 'other')),
  constraint report_outcome_known check (outcome in ('withdrawn', 'upheld', 'dismissed')),
  constraint report_ends_once check (
    (outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null)
  )
);
create unique index report_open_once on report (about_id, reporter_id) where closed_at is null;
create index report_of_reporter on report (reporter_id, reported_at);
create index report_in_order on report (reported_at, id);
