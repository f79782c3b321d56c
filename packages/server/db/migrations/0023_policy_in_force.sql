-- A version of a policy that waited to hold is told once, when it does: the mark that it was.
alter table organisation_policy add column in_force_told_at timestamptz;
alter table organisation_policy
  add constraint policy_is_told_once_it_holds check (in_force_told_at is null or (effective_at is not null and in_force_told_at >= effective_at));
create index organisation_policy_to_tell on organisation_policy (effective_at)
  where effective_at is not null and in_force_told_at is null;
