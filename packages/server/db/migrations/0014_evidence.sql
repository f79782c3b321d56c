-- Evidence packs: made for one member, kept sealed as they were handed out.

create table evidence_pack (
  member_id text collate "C" not null,
  id text collate "C" not null,
  subject text not null,
  source_id text collate "C",
  claim text not null,
  made_at timestamptz not null,
  stamped boolean not null,
  -- Of what is in it, so that nothing new makes no new pack.
  facts_hash bytea not null,
  digest bytea not null,
  bytes bigint not null,
  sealed bytea not null,
  primary key (member_id, id),
  constraint evidence_pack_once_for_the_same_facts unique (member_id, facts_hash, stamped),
  constraint evidence_pack_subject_known check (subject in ('packet', 'transfer', 'outside')),
  constraint evidence_pack_claim_known check (claim in ('mistake', 'enrichment', 'deceit', 'agreement')),
  constraint evidence_pack_source_unless_outside check ((subject = 'outside') = (source_id is null)),
  constraint evidence_pack_hashes_whole check (length(facts_hash) = 32 and length(digest) = 32),
  constraint evidence_pack_not_empty check (bytes > 0)
);
-- What is sealed cannot be packed.
alter table evidence_pack alter column sealed set storage external;

create index evidence_pack_newest on evidence_pack (member_id, made_at desc, id desc);
