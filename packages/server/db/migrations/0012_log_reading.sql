-- Reading the log: what a leaf is of stands beside it. Witnesses outside, the settings of the last start, and forgetting.

alter table log_leaf add column kind text collate "C", add column at timestamptz, add column actor text collate "C";
update log_leaf
set kind = event.kind, at = event.at,
    actor = coalesce(
      case json_typeof(event.data -> 'by') when 'array' then event.data -> 'by' ->> 0 else event.data ->> 'by' end,
      event.data ->> 'payerId', event.data ->> 'senderId'
    )
from event
where event.source_id = log_leaf.source_id and event.seq = log_leaf.seq;
alter table log_leaf alter column kind set not null, alter column at set not null;

create index log_leaf_of_kind on log_leaf (kind, idx);
create index log_leaf_of_actor on log_leaf (actor, idx) where actor is not null;
create index log_leaf_by_time on log_leaf (at, idx);

-- What the service was last started with; of secrets only which keys come of them.
create table configuration (
  only_row boolean primary key default true check (only_row),
  settings jsonb not null,
  changed_at timestamptz not null
);

-- How far each witness outside has seen the log.
create table log_witness (
  target text collate "C" primary key,
  size bigint not null,
  shown_at timestamptz not null,
  constraint witness_size_not_negative check (size >= 0)
);

-- A member who was forgotten: their money's story stays, who they were does not.
alter table member add column forgotten_at timestamptz;

create function refuse_change_but_forgetting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.data::text = '{"forgotten":true}'
    and (new.source_id, new.seq, new.kind, new.at, new.audience, new.xid)
      is not distinct from (old.source_id, old.seq, old.kind, old.at, old.audience, old.xid) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $$;
drop trigger event_is_append_only on event;
create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change_but_forgetting();

-- A leaf may lose its salt, and nothing else of it ever changes.
create function refuse_change_but_of_salt() returns trigger language plpgsql as $$
begin
  if new.salt is null and (new.idx, new.source_id, new.seq, new.hash, new.kind, new.at)
      is not distinct from (old.idx, old.source_id, old.seq, old.hash, old.kind, old.at)
    and (new.actor is null or new.actor = old.actor) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $$;
create trigger log_leaf_is_append_only before update on log_leaf
  for each row execute function refuse_change_but_of_salt();
