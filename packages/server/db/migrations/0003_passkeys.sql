-- Passkeys, what they were asked to sign, and the codes that stand for one: all of it kept by the member.

create table passkey (
  member_id text collate "C" not null,
  id text collate "C" not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  copied_at timestamptz,
  primary key (member_id, id),
  constraint passkey_is_added_once unique (member_id, credential_id),
  constraint sign_count_never_negative check (sign_count >= 0)
);

-- What a passkey is to sign. A used one stays until it is long over, so that using it again is named.
create table passkey_challenge (
  member_id text collate "C" not null,
  challenge bytea not null,
  purpose text not null,
  nonce text not null,
  proved boolean not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (member_id, challenge),
  constraint challenge_purpose_known check (purpose in ('add_passkey', 'step_up'))
);

create table recovery_code (
  member_id text collate "C" not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (member_id, code_hash)
);

-- From which sum on a member's own sends ask for a step-up; no row, none.
create table step_up_setting (
  member_id text collate "C" primary key,
  from_amount bigint not null,
  changed_at timestamptz not null,
  constraint step_up_from_positive check (from_amount > 0)
);

-- Step-ups that were refused, counted from the first of a while.
create table step_up_failure (
  member_id text collate "C" not null,
  way text not null,
  failures integer not null,
  first_at timestamptz not null,
  primary key (member_id, way),
  constraint step_up_way_known check (way in ('passkey', 'recovery_code'))
);
