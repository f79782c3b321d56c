-- Organisations: their people and roles, what their policy says, and what it makes wait for approval.

create table organisation (
  id text collate "C" primary key,
  name text not null,
  time_zone text not null,
  suspended_at timestamptz,
  suspended_by text collate "C",
  suspension_reason text,
  event_count bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint organisation_suspension_says_why check (
    (suspended_at is null) = (suspended_by is null) and (suspended_at is null) = (suspension_reason is null)
  )
);

create table organisation_member (
  organisation_id text collate "C" not null,
  member_id text collate "C" not null,
  state text not null,
  offered_roles text[] not null,
  invited_by text collate "C" not null,
  invited_at timestamptz not null,
  invitation_expires_at timestamptz,
  joined_at timestamptz,
  ended_at timestamptz,
  ended_by text collate "C",
  suspended_at timestamptz,
  suspended_by text collate "C",
  suspension_reason text,
  primary key (organisation_id, member_id),
  constraint membership_state_known check (state in ('invited', 'active', 'ended')),
  constraint only_an_invitation_expires check ((state = 'invited') = (invitation_expires_at is not null)),
  constraint membership_ends_once check ((state = 'ended') = (ended_at is not null)),
  constraint member_suspension_says_why check (
    (suspended_at is null) = (suspended_by is null) and (suspended_at is null) = (suspension_reason is null)
  )
);
create index organisation_of_member on organisation_member (member_id) where state <> 'ended';

-- A role somebody holds, from when until when. What ends is kept.
create table organisation_role (
  organisation_id text collate "C" not null,
  member_id text collate "C" not null,
  role text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (organisation_id, member_id, role, since),
  constraint organisation_role_known check (role in ('sender', 'approver', 'administrator', 'auditor', 'dispute_agent')),
  constraint organisation_role_runs_forward check (until >= since)
);
create unique index organisation_role_once on organisation_role (organisation_id, member_id, role) where until is null;

-- Versions of a policy. The published one with the highest number holds; where there is none, the default does.
create table organisation_policy (
  organisation_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  state text not null,
  based_on integer not null,
  goes_back_to integer,
  content jsonb not null,
  note text,
  author_ids text[] not null,
  began_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text collate "C",
  primary key (organisation_id, id),
  constraint policy_version_once unique (organisation_id, version),
  constraint policy_state_known check (state in ('draft', 'published', 'withdrawn')),
  constraint policy_is_decided_once check ((state = 'draft') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint policy_is_published_by_a_second_person check (state <> 'published' or not decided_by = any (author_ids))
);

-- What was sent on behalf of an organisation, with the facts its policy judged it by, so that a draft can be tried.
create table organisation_send (
  organisation_id text collate "C" not null,
  send_id text collate "C" not null,
  payer_id text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  amount bigint not null,
  share_count integer not null,
  policy_version integer not null,
  chain_id text,
  facts jsonb not null,
  given_back_at timestamptz,
  primary key (organisation_id, send_id),
  constraint organisation_send_amount_positive check (amount > 0)
);
create index organisation_send_in_order on organisation_send (organisation_id, at, send_id);
create index organisation_send_of_payer on organisation_send (organisation_id, payer_id, at);

-- A packet or transfer that waits for approval, with its money in escrow; and one that an organisation's wallet paid.
alter table packet add column approve_by timestamptz;
alter table packet drop constraint packet_state_known,
  add constraint packet_state_known check (state in ('approving', 'rejected', 'held', 'undo', 'undone', 'open', 'paused', 'claimed_out', 'recalled', 'declined', 'expired'));
alter table packet drop constraint packet_closes_whole,
  add constraint packet_closes_whole check ((state in ('approving', 'held', 'undo', 'open', 'paused')) = (closed_at is null) and (closed_at is null or claimed_amount + returned_amount = total));
alter table packet add constraint packet_is_approved_in_time check (state not in ('approving', 'rejected') or approve_by is not null),
  add constraint packet_nobody_approved_is_nobodys check (state not in ('approving', 'rejected') or claimed_count = 0);
alter table packet drop constraint packet_paid_by_family_names_both,
  add constraint packet_paid_by_another_names_who check ((family_id is null or paid_from_id is not null) and (family_id is not null or paid_from_id is null or left(paid_from_id, 4) = 'org_'));
create index packet_of_organisation on packet (paid_from_id, sent_at, id) where paid_from_id is not null;

alter table transfer add column approve_by timestamptz;
alter table transfer drop constraint transfer_state_known,
  add constraint transfer_state_known check (state in ('approving', 'rejected', 'held', 'undo', 'undone', 'waiting', 'arrived', 'recalled', 'declined', 'returned'));
alter table transfer drop constraint transfer_closes_once,
  add constraint transfer_closes_once check ((state in ('approving', 'held', 'undo', 'waiting')) = (closed_at is null));
alter table transfer add constraint transfer_is_approved_in_time check (state not in ('approving', 'rejected') or approve_by is not null);
alter table transfer drop constraint transfer_paid_by_family_names_both,
  add constraint transfer_paid_by_another_names_who check ((family_id is null or paid_from_id is not null) and (family_id is not null or paid_from_id is null or left(paid_from_id, 4) = 'org_'));
create index transfer_of_organisation on transfer (paid_from_id, sent_at, id) where paid_from_id is not null;

-- Approvals, by the send they are about. Who sits in which step is fixed when it is submitted; what people did is
-- only added.
create table approval (
  send_id text collate "C" primary key,
  sender_id text collate "C" not null,
  organisation_id text collate "C",
  policy_version integer,
  chain_id text not null,
  chain_says jsonb not null,
  asked_by jsonb not null,
  amount bigint not null,
  steps jsonb not null,
  asked_ids text[] not null,
  copy_ids text[] not null,
  submitted_at timestamptz not null,
  remind_at timestamptz,
  pass_on_at timestamptz,
  approve_by timestamptz not null,
  reminded_at timestamptz,
  passed_on_at timestamptz,
  decided_at timestamptz,
  outcome text,
  act_count integer not null default 0,
  replaces text collate "C",
  constraint approval_outcome_known check (outcome in ('approved', 'rejected', 'timed_out', 'undone')),
  constraint approval_is_decided_once check ((outcome is null) = (decided_at is null)),
  constraint approval_ends_after_it_is_passed_on check (submitted_at < approve_by and (pass_on_at is null or pass_on_at between submitted_at and approve_by))
);
create index approval_open on approval (approve_by) where outcome is null;
create index approval_to_remind on approval (remind_at) where outcome is null and reminded_at is null;
create index approval_to_pass_on on approval (pass_on_at) where outcome is null and passed_on_at is null;
create index approval_of_sender on approval (sender_id, submitted_at, send_id);
create index approval_of_organisation on approval (organisation_id, submitted_at, send_id);

create table approval_act (
  send_id text collate "C" not null,
  act_no integer not null,
  at timestamptz not null,
  kind text not null,
  member_id text collate "C" not null,
  step integer,
  seat_of text collate "C",
  to_id text collate "C",
  note text,
  primary key (send_id, act_no),
  constraint approval_act_known check (kind in ('approved', 'rejected', 'asked', 'answered', 'transferred', 'reminded', 'broke_glass'))
);
create unique index approval_word_once on approval_act (send_id, member_id) where kind in ('approved', 'rejected', 'broke_glass');
create trigger approval_act_is_append_only before update or delete on approval_act for each row execute function refuse_change();
create trigger approval_act_is_never_emptied before truncate on approval_act for each statement execute function refuse_change();

-- Who approves for whom, for a time.
create table approval_delegation (
  organisation_id text collate "C" not null,
  from_id text collate "C" not null,
  to_id text collate "C" not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (organisation_id, from_id),
  constraint delegation_runs_forward check (since < until),
  constraint delegation_is_to_another check (from_id <> to_id)
);
