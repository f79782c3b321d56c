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
