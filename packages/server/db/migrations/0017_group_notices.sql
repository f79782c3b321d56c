-- What the payer of a packet tells its group, once. Whether it is still shown follows from its case.

create table group_notice (
  group_id text collate "C" not null,
  packet_id text collate "C" not null,
  poster_id text collate "C" not null,
  text text not null,
  posted_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (group_id, packet_id)
);
create index group_notice_in_order on group_notice (group_id, posted_at) where withdrawn_at is null;
