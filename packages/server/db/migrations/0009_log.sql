-- The log: every event is a leaf of one tree, in the order of the streams. A sequencer puts them in, behind whatever
-- wrote them; the head's row is where sequencers wait for each other.

create table log_head (
  only_row boolean primary key default true check (only_row),
  -- The log's name, in every checkpoint: the same for ever.
  origin text collate "C" not null,
  size bigint not null default 0,
  -- The place in the streams of the last leaf.
  xid xid8 not null default '0',
  source_id text collate "C" not null default '',
  seq bigint not null default 0,
  constraint log_size_not_negative check (size >= 0)
);
insert into log_head (origin) values ('laisee.log/' || gen_random_uuid());

create table log_leaf (
  -- Its place in the log, from 0.
  idx bigint not null,
  source_id text collate "C" not null,
  seq bigint not null,
  -- Null once it is forgotten: then nobody can tell what the leaf was of.
  salt bytea,
  hash bytea not null,
  primary key (source_id, seq),
  constraint log_salt_long_enough check (length(salt) = 16),
  constraint log_hash_whole check (length(hash) = 32)
);

create index log_leaf_in_order on log_leaf (idx);

create table log_tile (
  level integer not null,
  idx bigint not null,
  hashes bytea not null,
  primary key (level, idx),
  constraint log_tile_of_hashes check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0)
);
-- Hashes cannot be packed.
alter table log_tile alter column hashes set storage external;

create table log_checkpoint (
  size bigint primary key,
  root bytea not null,
  at timestamptz not null,
  constraint log_root_whole check (length(root) = 32)
);

create trigger log_leaf_is_never_lost before delete on log_leaf for each row execute function refuse_change();
create trigger log_leaf_is_never_emptied before truncate on log_leaf for each statement execute function refuse_change();
create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint
  for each row execute function refuse_change();
create trigger log_checkpoint_is_never_emptied before truncate on log_checkpoint
  for each statement execute function refuse_change();
