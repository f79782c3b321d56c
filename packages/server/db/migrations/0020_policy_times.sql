-- A version of a policy may be published for a moment to come. Where it held at once there is none.
alter table organisation_policy add column effective_at timestamptz;
alter table organisation_policy
  add constraint policy_waits_where_it_is_published check (effective_at is null or (state = 'published' and effective_at > decided_at));
