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
