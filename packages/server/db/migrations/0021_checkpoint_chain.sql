-- Each checkpoint is tied to the one before it, so that none can be left out, and none be given another moment, unseen.
alter table log_checkpoint add column chain bytea;

-- What is there already is only added to, and then stands as it is again.
alter table log_checkpoint disable trigger user;

with recursive numbered as (
  select
    size, row_number() over (order by size) as no,
    convert_to(
      size || ' ' || encode(root, 'hex') || ' ' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8'
    ) as said
  from log_checkpoint
), chained as (
  select size, no, sha256(said) as chain from numbered where no = 1
  union all
  select numbered.size, numbered.no, sha256(chained.chain || numbered.said)
  from chained
  join numbered on numbered.no = chained.no + 1
)
update log_checkpoint set chain = chained.chain from chained where chained.size = log_checkpoint.size;

alter table log_checkpoint enable trigger user;
alter table log_checkpoint alter column chain set not null;
alter table log_checkpoint add constraint log_chain_whole check (length(chain) = 32);
