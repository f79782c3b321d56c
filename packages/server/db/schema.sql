-- The schema after every migration, printed from PostgreSQL's catalogs by `npm run gen`.
-- A change to it is a migration in migrations/; this file only shows what the migrations make.

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_but_forgetting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.data::text = '{"forgotten":true}'
    and (new.source_id, new.seq, new.kind, new.at, new.audience, new.xid)
      is not distinct from (old.source_id, old.seq, old.kind, old.at, old.audience, old.xid) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_but_of_salt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.salt is null and (new.idx, new.source_id, new.seq, new.hash, new.kind, new.at)
      is not distinct from (old.idx, old.source_id, old.seq, old.hash, old.kind, old.at)
    and (new.actor is null or new.actor = old.actor) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23001', constraint = tg_name;
end $function$;

create table account (
  owner_id text collate "C" not null,
  kind text not null,
  currency text not null,
  balance bigint default 0 not null,
  entry_count bigint default 0 not null,
  state text default 'open'::text not null,
  constraint account_pkey PRIMARY KEY (owner_id, kind, currency),
  constraint account_kind_known CHECK ((kind = ANY (ARRAY['wallet'::text, 'escrow'::text, 'frozen'::text, 'settlement'::text, 'revenue'::text]))),
  constraint account_state_known CHECK ((state = ANY (ARRAY['open'::text, 'frozen'::text]))),
  constraint wallet_never_negative CHECK (((kind = ANY (ARRAY['settlement'::text, 'revenue'::text])) OR (balance >= 0)))
) with (fillfactor=70);

create table api_key (
  id text collate "C" not null,
  secret_hash bytea not null,
  name text not null,
  scopes text[] not null,
  demo boolean default false not null,
  previous_hash bytea,
  previous_until timestamp with time zone,
  event_count bigint default 0 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id),
  constraint previous_secret_has_an_end CHECK (((previous_hash IS NULL) = (previous_until IS NULL)))
);

create table approval (
  send_id text collate "C" not null,
  sender_id text collate "C" not null,
  organisation_id text collate "C",
  policy_version integer,
  chain_id text not null,
  chain_says jsonb not null,
  asked_by jsonb not null,
  amount bigint not null,
  steps jsonb not null,
  asked_ids text[] not null,
  copy_ids text[] not null,
  submitted_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  pass_on_at timestamp with time zone,
  approve_by timestamp with time zone not null,
  reminded_at timestamp with time zone,
  passed_on_at timestamp with time zone,
  decided_at timestamp with time zone,
  outcome text,
  act_count integer default 0 not null,
  replaces text collate "C",
  payee_ids text[] default '{}'::text[] not null,
  constraint approval_pkey PRIMARY KEY (send_id),
  constraint approval_ends_after_it_is_passed_on CHECK (((submitted_at < approve_by) AND ((pass_on_at IS NULL) OR ((pass_on_at >= submitted_at) AND (pass_on_at <= approve_by))))),
  constraint approval_is_decided_once CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint approval_outcome_known CHECK ((outcome = ANY (ARRAY['approved'::text, 'rejected'::text, 'timed_out'::text, 'undone'::text, 'forsaken'::text])))
);
CREATE INDEX approval_of_organisation ON public.approval USING btree (organisation_id, submitted_at, send_id);
CREATE INDEX approval_of_sender ON public.approval USING btree (sender_id, submitted_at, send_id);
CREATE INDEX approval_open ON public.approval USING btree (approve_by) WHERE (outcome IS NULL);
CREATE INDEX approval_to_pass_on ON public.approval USING btree (pass_on_at) WHERE ((outcome IS NULL) AND (passed_on_at IS NULL));
CREATE INDEX approval_to_remind ON public.approval USING btree (remind_at) WHERE ((outcome IS NULL) AND (reminded_at IS NULL));

create table approval_act (
  send_id text collate "C" not null,
  act_no integer not null,
  at timestamp with time zone not null,
  kind text not null,
  member_id text collate "C" not null,
  step integer,
  seat_of text collate "C",
  to_id text collate "C",
  note text,
  constraint approval_act_pkey PRIMARY KEY (send_id, act_no),
  constraint approval_act_known CHECK ((kind = ANY (ARRAY['approved'::text, 'rejected'::text, 'asked'::text, 'answered'::text, 'transferred'::text, 'reminded'::text, 'broke_glass'::text])))
);
CREATE UNIQUE INDEX approval_word_once ON public.approval_act USING btree (send_id, member_id) WHERE (kind = ANY (ARRAY['approved'::text, 'rejected'::text, 'broke_glass'::text]));
CREATE TRIGGER approval_act_is_append_only BEFORE DELETE OR UPDATE ON public.approval_act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_act_is_never_emptied BEFORE TRUNCATE ON public.approval_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table approval_delegation (
  organisation_id text collate "C" not null,
  from_id text collate "C" not null,
  to_id text collate "C" not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint approval_delegation_pkey PRIMARY KEY (organisation_id, from_id),
  constraint delegation_is_to_another CHECK ((from_id <> to_id)),
  constraint delegation_runs_forward CHECK ((since < until))
);

create table block (
  owner_id text collate "C" not null,
  member_id text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint block_pkey PRIMARY KEY (owner_id, member_id),
  constraint block_is_someone_else CHECK ((owner_id <> member_id))
);

create table claim (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  share_no integer not null,
  amount bigint not null,
  at timestamp with time zone not null,
  constraint claim_pkey PRIMARY KEY (packet_id, member_id),
  constraint claim_at_least_one_fen CHECK (((amount > 0) AND (share_no > 0)))
);
CREATE TRIGGER claim_is_append_only BEFORE DELETE OR UPDATE ON public.claim FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER claim_is_never_emptied BEFORE TRUNCATE ON public.claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table clock (
  only_row boolean default true not null,
  offset_ms bigint default 0 not null,
  frozen_at timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (only_row),
  constraint clock_only_row_check CHECK (only_row)
);

create table collection (
  id text collate "C" not null,
  asker_id text collate "C" not null,
  group_id text collate "C",
  note text not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  event_count bigint default 1 not null,
  changed_at timestamp with time zone not null,
  constraint collection_pkey PRIMARY KEY (id)
);
CREATE INDEX collection_of_asker ON public.collection USING btree (asker_id, asked_at, id);

create table collection_share (
  collection_id text collate "C" not null,
  member_id text collate "C" not null,
  asked_at timestamp with time zone not null,
  amount bigint not null,
  declined_at timestamp with time zone,
  reminder_count integer default 0 not null,
  reminded_at timestamp with time zone,
  transfer_id text collate "C",
  constraint collection_share_pkey PRIMARY KEY (collection_id, member_id),
  constraint collection_reminded_says_when CHECK (((reminder_count = 0) = (reminded_at IS NULL))),
  constraint collection_reminders_bounded CHECK (((reminder_count >= 0) AND (reminder_count <= 3))),
  constraint collection_share_positive CHECK ((amount > 0))
);
CREATE INDEX collection_share_of_member ON public.collection_share USING btree (member_id, asked_at, collection_id);

create table configuration (
  only_row boolean default true not null,
  settings jsonb not null,
  changed_at timestamp with time zone not null,
  constraint configuration_pkey PRIMARY KEY (only_row),
  constraint configuration_only_row_check CHECK (only_row)
);

create table contact (
  owner_id text collate "C" not null,
  member_id text collate "C" not null,
  alias text,
  relation text,
  relation_note text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint contact_pkey PRIMARY KEY (owner_id, member_id),
  constraint contact_is_someone_else CHECK ((owner_id <> member_id)),
  constraint contact_relation_known CHECK ((relation = ANY (ARRAY['family'::text, 'friend'::text, 'colleague'::text, 'customer'::text, 'important_customer'::text, 'other'::text]))),
  constraint relation_note_explains_other CHECK (((relation_note IS NULL) OR (NOT (relation IS DISTINCT FROM 'other'::text))))
);

create table dispute (
  source_id text collate "C" not null,
  id text collate "C" not null,
  opener_id text collate "C" not null,
  other_id text collate "C" not null,
  payer_id text collate "C" not null,
  cause text not null,
  amount bigint not null,
  currency text not null,
  answers jsonb not null,
  opened_at timestamp with time zone not null,
  state text not null,
  agent_id text collate "C",
  due_at timestamp with time zone,
  fact_count integer not null,
  changed_at timestamp with time zone not null,
  constraint dispute_pkey PRIMARY KEY (source_id, id),
  constraint dispute_amount_positive CHECK ((amount > 0)),
  constraint dispute_cause_known CHECK ((cause = ANY (ARRAY['mistake'::text, 'fraud'::text, 'account_theft'::text]))),
  constraint dispute_has_two_sides CHECK (((opener_id <> other_id) AND ((payer_id = opener_id) OR (payer_id = other_id)))),
  constraint dispute_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'in_hand'::text, 'asked'::text, 'decided'::text, 'appealed'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint open_dispute_has_its_time CHECK (((state = ANY (ARRAY['closed'::text, 'withdrawn'::text])) = (due_at IS NULL)))
);
CREATE INDEX dispute_by_id ON public.dispute USING btree (id);
CREATE INDEX dispute_by_urgency ON public.dispute USING btree (due_at, id) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));
CREATE INDEX dispute_in_order ON public.dispute USING btree (opened_at, id);
CREATE INDEX dispute_of_opener ON public.dispute USING btree (opener_id, opened_at, id);
CREATE INDEX dispute_of_other ON public.dispute USING btree (other_id, opened_at, id);
CREATE UNIQUE INDEX dispute_open_once ON public.dispute USING btree (source_id, opener_id, other_id) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));

create table dispute_fact (
  source_id text collate "C" not null,
  dispute_id text collate "C" not null,
  no integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by text collate "C" not null,
  to_id text collate "C",
  outcome text,
  answer_by timestamp with time zone,
  text text,
  amount bigint,
  document_id text collate "C",
  effect text,
  effect_id text collate "C",
  freeze_id text collate "C",
  order_reference text,
  constraint dispute_fact_pkey PRIMARY KEY (source_id, dispute_id, no),
  constraint dispute_fact_known CHECK ((kind = ANY (ARRAY['opened'::text, 'document'::text, 'statement'::text, 'assigned'::text, 'note'::text, 'asked'::text, 'secured'::text, 'decided'::text, 'appealed'::text, 'appeal_decided'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint dispute_outcome_known CHECK ((outcome = ANY (ARRAY['return'::text, 'part'::text, 'refuse'::text, 'freeze'::text, 'release'::text]))),
  constraint moved_money_names_its_ground CHECK (((effect IS DISTINCT FROM 'moved'::text) OR ((freeze_id IS NOT NULL) AND (order_reference IS NOT NULL) AND (document_id IS NOT NULL)))),
  constraint only_a_decision_has_an_outcome CHECK ((((kind = ANY (ARRAY['secured'::text, 'decided'::text, 'appeal_decided'::text])) = (outcome IS NOT NULL)) AND ((kind <> 'secured'::text) OR (outcome = 'freeze'::text))))
);
CREATE TRIGGER dispute_fact_is_append_only BEFORE DELETE OR UPDATE ON public.dispute_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispute_fact_is_never_emptied BEFORE TRUNCATE ON public.dispute_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table document (
  owner_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  type text not null,
  size integer not null,
  came_hash bytea not null,
  kept_hash bytea not null,
  sealed bytea storage external not null,
  at timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (owner_id, id),
  constraint document_once UNIQUE (owner_id, came_hash),
  constraint document_hashes_whole CHECK (((length(came_hash) = 32) AND (length(kept_hash) = 32))),
  constraint document_type_known CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text])))
);
CREATE INDEX document_by_id ON public.document USING btree (id);
CREATE TRIGGER document_is_append_only BEFORE UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table entry (
  owner_id text collate "C" not null,
  currency text not null,
  entry_no bigint not null,
  amount bigint not null,
  balance bigint not null,
  reason text not null,
  source_id text collate "C" not null,
  posting_no bigint not null,
  at timestamp with time zone not null,
  constraint entry_pkey PRIMARY KEY (owner_id, currency, entry_no),
  constraint entry_balance_never_negative CHECK ((balance >= 0)),
  constraint entry_moves_money CHECK ((amount <> 0))
);
CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON public.entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table event (
  source_id text collate "C" not null,
  seq bigint not null,
  kind text not null,
  at timestamp with time zone not null,
  data json storage external not null,
  audience text[] collate "C" not null,
  xid xid8 default pg_current_xact_id() not null,
  constraint event_pkey PRIMARY KEY (source_id, seq) INCLUDE (xid)
);
CREATE INDEX event_in_order ON public.event USING btree (xid, source_id, seq);
CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting();
CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table event_for (
  audience_id text collate "C" not null,
  xid xid8 default pg_current_xact_id() not null,
  source_id text collate "C" not null,
  seq bigint not null,
  constraint event_for_pkey PRIMARY KEY (audience_id, xid, source_id, seq)
);

create table evidence_pack (
  member_id text collate "C" not null,
  id text collate "C" not null,
  subject text not null,
  source_id text collate "C",
  claim text not null,
  made_at timestamp with time zone not null,
  stamped boolean not null,
  facts_hash bytea not null,
  digest bytea not null,
  bytes bigint not null,
  sealed bytea storage external not null,
  constraint evidence_pack_pkey PRIMARY KEY (member_id, id),
  constraint evidence_pack_once_for_the_same_facts UNIQUE (member_id, facts_hash, stamped),
  constraint evidence_pack_claim_known CHECK ((claim = ANY (ARRAY['mistake'::text, 'enrichment'::text, 'deceit'::text, 'agreement'::text]))),
  constraint evidence_pack_hashes_whole CHECK (((length(facts_hash) = 32) AND (length(digest) = 32))),
  constraint evidence_pack_not_empty CHECK ((bytes > 0)),
  constraint evidence_pack_source_unless_outside CHECK (((subject = 'outside'::text) = (source_id IS NULL))),
  constraint evidence_pack_subject_known CHECK ((subject = ANY (ARRAY['packet'::text, 'transfer'::text, 'outside'::text])))
);
CREATE INDEX evidence_pack_newest ON public.evidence_pack USING btree (member_id, made_at DESC, id DESC);

create table external_id (
  host_id text collate "C" not null,
  external_id text collate "C" not null,
  member_id text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint external_id_pkey PRIMARY KEY (host_id, external_id)
);
CREATE INDEX external_id_of_member ON public.external_id USING btree (member_id);

create table family_link (
  id text collate "C" not null,
  giver_id text collate "C" not null,
  holder_id text collate "C" not null,
  state text not null,
  month_max bigint not null,
  approve_above bigint,
  time_zone text not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text collate "C",
  event_count bigint not null,
  changed_at timestamp with time zone not null,
  constraint family_link_pkey PRIMARY KEY (id),
  constraint family_allowance_positive CHECK (((month_max > 0) AND (approve_above >= 0))),
  constraint family_ends_once CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint family_is_two_people CHECK ((giver_id <> holder_id)),
  constraint family_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'ended'::text])))
);
CREATE INDEX family_of_giver ON public.family_link USING btree (giver_id) WHERE (state <> 'ended'::text);
CREATE INDEX family_of_holder ON public.family_link USING btree (holder_id) WHERE (state <> 'ended'::text);

create table family_month (
  link_id text collate "C" not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  amount bigint not null,
  constraint family_month_pkey PRIMARY KEY (link_id, starts_at),
  constraint family_month_never_negative CHECK ((amount >= 0))
);

create table family_spend (
  link_id text collate "C" not null,
  send_id text collate "C" not null,
  starts_at timestamp with time zone not null,
  amount bigint not null,
  at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint family_spend_pkey PRIMARY KEY (link_id, send_id),
  constraint family_spend_positive CHECK ((amount > 0))
);

create table freeze_appeal (
  subject_id text collate "C" not null,
  freeze_id text collate "C" not null,
  appeal_no integer not null,
  text text not null,
  at timestamp with time zone not null,
  by text collate "C" not null,
  outcome text,
  answer text,
  answered_at timestamp with time zone,
  answered_by text collate "C",
  constraint freeze_appeal_pkey PRIMARY KEY (subject_id, freeze_id, appeal_no),
  constraint appeal_is_answered_once CHECK ((((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS NULL) = (answered_by IS NULL)) AND ((outcome IS NULL) = (answer IS NULL)))),
  constraint appeal_outcome_known CHECK ((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text])))
);
CREATE UNIQUE INDEX freeze_appeal_one_waits ON public.freeze_appeal USING btree (subject_id, freeze_id) WHERE (outcome IS NULL);

create table funding (
  member_id text collate "C" not null,
  id text collate "C" not null,
  direction text not null,
  currency text not null,
  amount bigint not null,
  reference text,
  at timestamp with time zone not null,
  constraint funding_pkey PRIMARY KEY (member_id, id),
  constraint funding_amount_positive CHECK ((amount > 0)),
  constraint funding_direction_known CHECK ((direction = ANY (ARRAY['top_up'::text, 'withdrawal'::text])))
);
CREATE TRIGGER funding_is_append_only BEFORE DELETE OR UPDATE ON public.funding FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER funding_is_never_emptied BEFORE TRUNCATE ON public.funding FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table group_member (
  group_id text collate "C" not null,
  member_id text collate "C" not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint group_member_pkey PRIMARY KEY (group_id, member_id, since),
  constraint group_stay_runs_forward CHECK ((until >= since))
);
CREATE INDEX group_member_by_member ON public.group_member USING btree (member_id);
CREATE UNIQUE INDEX group_member_once ON public.group_member USING btree (group_id, member_id) WHERE (until IS NULL);

create table group_notice (
  group_id text collate "C" not null,
  packet_id text collate "C" not null,
  poster_id text collate "C" not null,
  text text not null,
  posted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint group_notice_pkey PRIMARY KEY (group_id, packet_id)
);
CREATE INDEX group_notice_in_order ON public.group_notice USING btree (group_id, posted_at) WHERE (withdrawn_at IS NULL);

create table guardian_link (
  id text collate "C" not null,
  guardian_id text collate "C" not null,
  protected_id text collate "C" not null,
  asked_by text collate "C" not null,
  state text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text collate "C",
  alerted_at timestamp with time zone,
  event_count bigint not null,
  changed_at timestamp with time zone not null,
  alerted_risk text collate "C",
  constraint guardian_link_pkey PRIMARY KEY (id),
  constraint guardian_alert_risk_known CHECK ((alerted_risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint guardian_asked_by_one_of_them CHECK (((asked_by = guardian_id) OR (asked_by = protected_id))),
  constraint guardian_ends_once CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint guardian_is_two_people CHECK ((guardian_id <> protected_id)),
  constraint guardian_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'ended'::text])))
);
CREATE INDEX guardian_of_guardian ON public.guardian_link USING btree (guardian_id) WHERE (state <> 'ended'::text);
CREATE INDEX guardian_of_protected ON public.guardian_link USING btree (protected_id) WHERE (state <> 'ended'::text);

create table host (
  id text collate "C" not null,
  name text not null,
  issuer text not null,
  jwks jsonb not null,
  event_count bigint default 0 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint host_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX host_issuer_once ON public.host USING btree (issuer) WHERE (revoked_at IS NULL);

create table house (
  only_row boolean default true not null,
  organisation_id text collate "C" not null,
  constraint house_pkey PRIMARY KEY (only_row),
  constraint house_only_row_check CHECK (only_row)
);

create table idempotency (
  actor_id text collate "C" not null,
  key text collate "C" not null,
  state text not null,
  request_hash bytea,
  source_id text collate "C",
  status integer,
  body text,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (actor_id, key),
  constraint idempotency_state_known CHECK ((state = ANY (ARRAY['running'::text, 'answered'::text, 'tombstone'::text])))
);
CREATE INDEX idempotency_by_age ON public.idempotency USING btree (created_at);

create table inbox_read (
  member_id text collate "C" not null,
  xid xid8 not null,
  at timestamp with time zone not null,
  source_id text collate "C" not null,
  seq bigint not null,
  constraint inbox_read_pkey PRIMARY KEY (member_id)
);

create table instalments (
  source_id text collate "C" not null,
  id text collate "C" not null,
  creditor_id text collate "C" not null,
  debtor_id text collate "C" not null,
  currency text not null,
  state text not null,
  version_count integer default 0 not null,
  proposed_version integer,
  proposed_by text collate "C",
  proposed_at timestamp with time zone,
  agreed_version integer,
  agreed_at timestamp with time zone,
  principal_left bigint default 0 not null,
  interest_left bigint default 0 not null,
  principal_paid bigint default 0 not null,
  interest_paid bigint default 0 not null,
  consent boolean default false not null,
  look_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text collate "C",
  posting_count bigint default 0 not null,
  event_count bigint default 0 not null,
  changed_at timestamp with time zone not null,
  constraint instalments_pkey PRIMARY KEY (source_id, id),
  constraint instalments_amounts_not_negative CHECK (((principal_left >= 0) AND (interest_left >= 0) AND (principal_paid >= 0) AND (interest_paid >= 0))),
  constraint instalments_are_between_two CHECK ((creditor_id <> debtor_id)),
  constraint instalments_end_once CHECK (((state = ANY (ARRAY['proposed'::text, 'active'::text])) = (ended_at IS NULL))),
  constraint instalments_paid_is_paid_whole CHECK (((state <> 'paid'::text) OR ((principal_left + interest_left) = 0))),
  constraint instalments_proposal_is_whole CHECK ((((proposed_version IS NULL) = (proposed_by IS NULL)) AND ((proposed_version IS NULL) = (proposed_at IS NULL)) AND ((state <> 'proposed'::text) OR (proposed_version IS NOT NULL)))),
  constraint instalments_run_by_an_agreement CHECK ((((agreed_version IS NULL) = (state = ANY (ARRAY['proposed'::text, 'declined'::text, 'withdrawn'::text]))) AND ((agreed_version IS NULL) = (agreed_at IS NULL)))),
  constraint instalments_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'paid'::text, 'released'::text, 'settled'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX instalments_by_id ON public.instalments USING btree (id);
CREATE INDEX instalments_of_creditor ON public.instalments USING btree (creditor_id, changed_at, id);
CREATE INDEX instalments_of_debtor ON public.instalments USING btree (debtor_id, changed_at, id);
CREATE UNIQUE INDEX instalments_open_once ON public.instalments USING btree (source_id, debtor_id) WHERE (ended_at IS NULL);
CREATE INDEX instalments_to_look_at ON public.instalments USING btree (look_at) WHERE (look_at IS NOT NULL);

create table instalments_part (
  source_id text collate "C" not null,
  instalments_id text collate "C" not null,
  version integer not null,
  no integer not null,
  amount bigint not null,
  asked_on text not null,
  due_on text not null,
  paid_at timestamp with time zone,
  missed_at timestamp with time zone,
  constraint instalments_part_pkey PRIMARY KEY (source_id, instalments_id, version, no),
  constraint instalments_part_is_of_something CHECK ((amount > 0))
);

create table instalments_version (
  source_id text collate "C" not null,
  instalments_id text collate "C" not null,
  version integer not null,
  by_id text collate "C" not null,
  principal bigint not null,
  interest bigint not null,
  note text not null,
  at timestamp with time zone not null,
  constraint instalments_version_pkey PRIMARY KEY (source_id, instalments_id, version),
  constraint instalments_version_asks_for_something CHECK (((principal > 0) AND (interest >= 0)))
);
CREATE TRIGGER instalments_version_is_append_only BEFORE DELETE OR UPDATE ON public.instalments_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table limit_profile (
  member_id text collate "C" not null,
  band text not null,
  time_zone text,
  changed_at timestamp with time zone not null,
  constraint limit_profile_pkey PRIMARY KEY (member_id),
  constraint age_band_known CHECK ((band = ANY (ARRAY['adult'::text, 'teen'::text, 'child'::text]))),
  constraint minor_has_a_time_zone CHECK (((band = 'adult'::text) OR (time_zone IS NOT NULL)))
);

create table limit_rule (
  member_id text collate "C" not null,
  layer text not null,
  kind text not null,
  max bigint,
  next_max bigint,
  next_at timestamp with time zone,
  constraint limit_rule_pkey PRIMARY KEY (member_id, layer, kind),
  constraint limit_kind_known CHECK ((kind = ANY (ARRAY['share'::text, 'send'::text, 'day'::text, 'month'::text]))),
  constraint limit_layer_known CHECK ((layer = ANY (ARRAY['operator'::text, 'own'::text]))),
  constraint limit_never_negative CHECK (((max >= 0) AND (next_max >= 0))),
  constraint next_limit_has_a_moment CHECK (((next_at IS NOT NULL) OR (next_max IS NULL)))
);

create table log_checkpoint (
  size bigint not null,
  root bytea not null,
  at timestamp with time zone not null,
  chain bytea not null,
  constraint log_checkpoint_pkey PRIMARY KEY (size),
  constraint log_chain_whole CHECK ((length(chain) = 32)),
  constraint log_root_whole CHECK ((length(root) = 32))
);
CREATE TRIGGER log_checkpoint_is_append_only BEFORE DELETE OR UPDATE ON public.log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoint_is_never_emptied BEFORE TRUNCATE ON public.log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table log_head (
  only_row boolean default true not null,
  origin text collate "C" not null,
  size bigint default 0 not null,
  xid xid8 default '0'::xid8 not null,
  source_id text collate "C" default ''::text not null,
  seq bigint default 0 not null,
  constraint log_head_pkey PRIMARY KEY (only_row),
  constraint log_head_only_row_check CHECK (only_row),
  constraint log_size_not_negative CHECK ((size >= 0))
);

create table log_leaf (
  idx bigint not null,
  source_id text collate "C" not null,
  seq bigint not null,
  salt bytea,
  hash bytea not null,
  kind text collate "C" not null,
  at timestamp with time zone not null,
  actor text collate "C",
  constraint log_leaf_pkey PRIMARY KEY (source_id, seq),
  constraint log_hash_whole CHECK ((length(hash) = 32)),
  constraint log_salt_long_enough CHECK ((length(salt) = 16))
);
CREATE INDEX log_leaf_by_time ON public.log_leaf USING btree (at, idx);
CREATE INDEX log_leaf_in_order ON public.log_leaf USING btree (idx);
CREATE INDEX log_leaf_of_actor ON public.log_leaf USING btree (actor, idx) WHERE (actor IS NOT NULL);
CREATE INDEX log_leaf_of_kind ON public.log_leaf USING btree (kind, idx);
CREATE TRIGGER log_leaf_is_append_only BEFORE UPDATE ON public.log_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_salt();
CREATE TRIGGER log_leaf_is_never_emptied BEFORE TRUNCATE ON public.log_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_leaf_is_never_lost BEFORE DELETE ON public.log_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table log_tile (
  level integer not null,
  idx bigint not null,
  hashes bytea storage external not null,
  constraint log_tile_pkey PRIMARY KEY (level, idx),
  constraint log_tile_of_hashes CHECK ((((length(hashes) >= 32) AND (length(hashes) <= 8192)) AND ((length(hashes) % 32) = 0)))
);

create table log_witness (
  target text collate "C" not null,
  size bigint not null,
  shown_at timestamp with time zone not null,
  constraint log_witness_pkey PRIMARY KEY (target),
  constraint witness_size_not_negative CHECK ((size >= 0))
);

create table member (
  id text collate "C" not null,
  name text not null,
  photo_url text,
  time_zone text not null,
  undo_s integer not null,
  transfer_delay_s integer not null,
  tokens_valid_from timestamp with time zone,
  quiet_from text,
  quiet_until text,
  hold_from bigint,
  hold_relations text[] default '{}'::text[] not null,
  hold_s integer default 1800 not null,
  event_count bigint default 0 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  forgotten_at timestamp with time zone,
  constraint member_pkey PRIMARY KEY (id),
  constraint hold_from_positive CHECK ((hold_from > 0)),
  constraint hold_length_bounded CHECK (((hold_s >= 60) AND (hold_s <= 86400))),
  constraint hold_relation_known CHECK ((hold_relations <@ ARRAY['family'::text, 'friend'::text, 'colleague'::text, 'customer'::text, 'important_customer'::text, 'other'::text])),
  constraint quiet_hours_have_both_ends CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
  constraint transfer_delay_bounded CHECK (((transfer_delay_s >= 0) AND (transfer_delay_s <= 604800))),
  constraint undo_length_offered CHECK ((undo_s = ANY (ARRAY[5, 10, 20, 30])))
);
CREATE INDEX member_by_age ON public.member USING btree (created_at, id);

create table member_group (
  id text collate "C" not null,
  name text not null,
  event_count bigint default 0 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint member_group_pkey PRIMARY KEY (id)
);

create table migration (
  no integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default clock_timestamp() not null,
  constraint migration_pkey PRIMARY KEY (no)
);

create table money_freeze (
  subject_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  owner_id text collate "C" not null,
  currency text not null,
  asked_amount bigint,
  amount bigint,
  reason text not null,
  note text not null,
  basis text not null,
  reference text,
  document_id text collate "C",
  frozen_by text collate "C" not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  posting_count bigint not null,
  released_at timestamp with time zone,
  released_by text collate "C",
  release_reason text,
  release_note text,
  about_id text collate "C",
  paid_out bigint default 0 not null,
  constraint money_freeze_pkey PRIMARY KEY (subject_id, id),
  constraint freeze_basis_known CHECK ((basis = ANY (ARRAY['policy'::text, 'police_stop'::text, 'police_freeze'::text, 'court'::text]))),
  constraint freeze_counts_its_postings CHECK ((posting_count >= ((amount IS NOT NULL))::integer)),
  constraint freeze_ends_once CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (release_reason IS NULL)))),
  constraint freeze_has_an_end CHECK (((until > since) AND (released_at <= until))),
  constraint freeze_kind_known CHECK ((kind = ANY (ARRAY['packet'::text, 'wallet'::text, 'amount'::text]))),
  constraint freeze_of_an_amount_says_how_much CHECK ((((kind = 'amount'::text) = (amount IS NOT NULL)) AND ((amount IS NULL) = (asked_amount IS NULL)) AND ((amount IS NULL) OR ((amount > 0) AND (amount <= asked_amount))))),
  constraint freeze_pays_out_what_it_has CHECK (((paid_out >= 0) AND (paid_out <= COALESCE(amount, (0)::bigint)) AND ((amount IS NULL) OR (paid_out < amount) OR (released_at IS NOT NULL)))),
  constraint order_has_its_number CHECK (((basis = 'policy'::text) OR (reference IS NOT NULL)))
);
CREATE INDEX freeze_by_id ON public.money_freeze USING btree (id);
CREATE INDEX freeze_in_order ON public.money_freeze USING btree (since, id);
CREATE INDEX freeze_of_owner ON public.money_freeze USING btree (owner_id, since, id);
CREATE INDEX freeze_to_release ON public.money_freeze USING btree (until) WHERE (released_at IS NULL);

create table organisation (
  id text collate "C" not null,
  name text not null,
  time_zone text not null,
  suspended_at timestamp with time zone,
  suspended_by text collate "C",
  suspension_reason text,
  event_count bigint not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  is_house boolean default false not null,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_suspension_says_why CHECK ((((suspended_at IS NULL) = (suspended_by IS NULL)) AND ((suspended_at IS NULL) = (suspension_reason IS NULL))))
);

create table organisation_member (
  organisation_id text collate "C" not null,
  member_id text collate "C" not null,
  state text not null,
  offered_roles text[] not null,
  invited_by text collate "C" not null,
  invited_at timestamp with time zone not null,
  invitation_expires_at timestamp with time zone,
  joined_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text collate "C",
  suspended_at timestamp with time zone,
  suspended_by text collate "C",
  suspension_reason text,
  constraint organisation_member_pkey PRIMARY KEY (organisation_id, member_id),
  constraint member_suspension_says_why CHECK ((((suspended_at IS NULL) = (suspended_by IS NULL)) AND ((suspended_at IS NULL) = (suspension_reason IS NULL)))),
  constraint membership_ends_once CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint membership_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'ended'::text]))),
  constraint only_an_invitation_expires CHECK (((state = 'invited'::text) = (invitation_expires_at IS NOT NULL)))
);
CREATE INDEX organisation_of_member ON public.organisation_member USING btree (member_id) WHERE (state <> 'ended'::text);

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
  began_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text collate "C",
  effective_at timestamp with time zone,
  in_force_told_at timestamp with time zone,
  constraint organisation_policy_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_version_once UNIQUE (organisation_id, version),
  constraint policy_is_decided_once CHECK ((((state = 'draft'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint policy_is_published_by_a_second_person CHECK (((state <> 'published'::text) OR (NOT (decided_by = ANY (author_ids))))),
  constraint policy_is_told_once_it_holds CHECK (((in_force_told_at IS NULL) OR ((effective_at IS NOT NULL) AND (in_force_told_at >= effective_at)))),
  constraint policy_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint policy_waits_where_it_is_published CHECK (((effective_at IS NULL) OR ((state = 'published'::text) AND (effective_at > decided_at))))
);
CREATE INDEX organisation_policy_to_tell ON public.organisation_policy USING btree (effective_at) WHERE ((effective_at IS NOT NULL) AND (in_force_told_at IS NULL));

create table organisation_role (
  organisation_id text collate "C" not null,
  member_id text collate "C" not null,
  role text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint organisation_role_pkey PRIMARY KEY (organisation_id, member_id, role, since),
  constraint organisation_role_known CHECK ((role = ANY (ARRAY['sender'::text, 'approver'::text, 'administrator'::text, 'auditor'::text, 'dispute_agent'::text]))),
  constraint organisation_role_runs_forward CHECK ((until >= since))
);
CREATE UNIQUE INDEX organisation_role_once ON public.organisation_role USING btree (organisation_id, member_id, role) WHERE (until IS NULL);

create table organisation_send (
  organisation_id text collate "C" not null,
  send_id text collate "C" not null,
  payer_id text collate "C" not null,
  at timestamp with time zone not null,
  kind text not null,
  amount bigint not null,
  share_count integer not null,
  policy_version integer not null,
  chain_id text,
  facts jsonb not null,
  given_back_at timestamp with time zone,
  constraint organisation_send_pkey PRIMARY KEY (organisation_id, send_id),
  constraint organisation_send_amount_positive CHECK ((amount > 0))
);
CREATE INDEX organisation_send_in_order ON public.organisation_send USING btree (organisation_id, at, send_id);
CREATE INDEX organisation_send_of_payer ON public.organisation_send USING btree (organisation_id, payer_id, at);

create table packet (
  id text collate "C" not null,
  payer_id text collate "C" not null,
  kind text not null,
  profile text not null,
  currency text not null,
  total bigint not null,
  count integer not null,
  split_method text,
  audience text not null,
  recipient_id text collate "C",
  group_id text collate "C",
  greeting text not null,
  passphrase_hash bytea,
  not_before timestamp with time zone,
  test boolean not null,
  state text not null,
  open_as text not null,
  claimed_amount bigint default 0 not null,
  claimed_count integer default 0 not null,
  returned_amount bigint default 0 not null,
  posting_count bigint not null,
  event_count bigint not null,
  seed bytea,
  commitment bytea,
  sent_at timestamp with time zone not null,
  held_until timestamp with time zone,
  held_release_from timestamp with time zone,
  held_reasons text[] default '{}'::text[] not null,
  deliver_at timestamp with time zone not null,
  expire_at timestamp with time zone not null,
  asked_not_to_open_at timestamp with time zone,
  expiring_at timestamp with time zone not null,
  told_expiring_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text collate "C",
  close_reason text,
  changed_at timestamp with time zone not null,
  family_id text collate "C",
  paid_from_id text collate "C",
  approve_by timestamp with time zone,
  frozen_until timestamp with time zone,
  constraint packet_pkey PRIMARY KEY (id),
  constraint lucky_packet_has_a_split CHECK (((kind = 'lucky'::text) = (split_method IS NOT NULL))),
  constraint one_recipient_kinds_name_one CHECK (((kind = ANY (ARRAY['direct'::text, 'exclusive'::text])) = (recipient_id IS NOT NULL))),
  constraint packet_audience_known CHECK ((audience = ANY (ARRAY['member'::text, 'members'::text, 'group'::text, 'link'::text]))),
  constraint packet_closes_whole CHECK ((((state = ANY (ARRAY['approving'::text, 'held'::text, 'undo'::text, 'open'::text, 'paused'::text])) = (closed_at IS NULL)) AND ((closed_at IS NULL) OR ((claimed_amount + returned_amount) = total)))),
  constraint packet_hold_ends_before_delivery CHECK ((((held_until >= sent_at) AND (held_until <= deliver_at)) AND ((held_release_from IS NULL) OR ((held_release_from >= sent_at) AND (held_release_from <= held_until))))),
  constraint packet_hold_says_why CHECK ((((held_until IS NULL) = (cardinality(held_reasons) = 0)) AND ((held_until IS NOT NULL) OR ((state <> 'held'::text) AND (held_release_from IS NULL))))),
  constraint packet_is_approved_in_time CHECK (((state <> ALL (ARRAY['approving'::text, 'rejected'::text])) OR (approve_by IS NOT NULL))),
  constraint packet_kind_known CHECK ((kind = ANY (ARRAY['direct'::text, 'equal'::text, 'lucky'::text, 'exclusive'::text]))),
  constraint packet_never_over_issued CHECK ((((claimed_count >= 0) AND (claimed_count <= count)) AND (claimed_amount >= 0) AND ((claimed_amount + returned_amount) <= total))),
  constraint packet_nobody_approved_is_nobodys CHECK (((state <> ALL (ARRAY['approving'::text, 'rejected'::text])) OR (claimed_count = 0))),
  constraint packet_open_as_known CHECK ((open_as = ANY (ARRAY['open'::text, 'paused'::text]))),
  constraint packet_paid_by_another_names_who CHECK ((((family_id IS NULL) OR (paid_from_id IS NOT NULL)) AND ((family_id IS NOT NULL) OR (paid_from_id IS NULL) OR ("left"(paid_from_id, 4) = 'org_'::text)))),
  constraint packet_share_never_below_one_fen CHECK (((count >= 1) AND (total >= count))),
  constraint packet_split_known CHECK ((split_method = ANY (ARRAY['wechat'::text, 'provable'::text]))),
  constraint packet_state_known CHECK ((state = ANY (ARRAY['approving'::text, 'rejected'::text, 'held'::text, 'undo'::text, 'undone'::text, 'open'::text, 'paused'::text, 'claimed_out'::text, 'recalled'::text, 'declined'::text, 'expired'::text]))),
  constraint packet_times_run_forward CHECK (((sent_at <= deliver_at) AND (deliver_at < expire_at)))
) with (fillfactor=70);
CREATE INDEX packet_of_group ON public.packet USING btree (group_id, deliver_at, id) WHERE (group_id IS NOT NULL);
CREATE INDEX packet_of_organisation ON public.packet USING btree (paid_from_id, sent_at, id) WHERE (paid_from_id IS NOT NULL);
CREATE INDEX packet_of_payer ON public.packet USING btree (payer_id, sent_at);
CREATE INDEX packet_of_recipient ON public.packet USING btree (recipient_id, payer_id, deliver_at, id) WHERE (recipient_id IS NOT NULL);
CREATE INDEX packet_to_deliver ON public.packet USING btree (deliver_at) WHERE (state = ANY (ARRAY['held'::text, 'undo'::text]));
CREATE INDEX packet_to_end_hold ON public.packet USING btree (held_until) WHERE (state = 'held'::text);
CREATE INDEX packet_to_expire ON public.packet USING btree (expire_at) WHERE (state = ANY (ARRAY['held'::text, 'undo'::text, 'open'::text, 'paused'::text]));
CREATE INDEX packet_to_tell_expiring ON public.packet USING btree (expiring_at) WHERE ((state = ANY (ARRAY['held'::text, 'undo'::text, 'open'::text, 'paused'::text])) AND (told_expiring_at IS NULL));

create table packet_recipient (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  constraint packet_recipient_pkey PRIMARY KEY (packet_id, member_id)
);
CREATE INDEX packet_recipient_of_member ON public.packet_recipient USING btree (member_id);

create table passkey (
  member_id text collate "C" not null,
  id text collate "C" not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  copied_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (member_id, id),
  constraint passkey_is_added_once UNIQUE (member_id, credential_id),
  constraint sign_count_never_negative CHECK ((sign_count >= 0))
);

create table passkey_challenge (
  member_id text collate "C" not null,
  challenge bytea not null,
  purpose text not null,
  nonce text not null,
  proved boolean not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_challenge_pkey PRIMARY KEY (member_id, challenge),
  constraint challenge_purpose_known CHECK ((purpose = ANY (ARRAY['add_passkey'::text, 'step_up'::text])))
);

create table passphrase_attempt (
  packet_id text collate "C" not null,
  member_id text collate "C" not null,
  attempts integer not null,
  constraint passphrase_attempt_pkey PRIMARY KEY (packet_id, member_id)
);

create table posting (
  source_id text collate "C" not null,
  posting_no bigint not null,
  from_owner_id text collate "C" not null,
  from_kind text not null,
  to_owner_id text collate "C" not null,
  to_kind text not null,
  currency text not null,
  amount bigint not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint posting_pkey PRIMARY KEY (source_id, posting_no),
  constraint posting_amount_positive CHECK ((amount > 0))
);
CREATE TRIGGER posting_is_append_only BEFORE DELETE OR UPDATE ON public.posting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_is_never_emptied BEFORE TRUNCATE ON public.posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table recovery_code (
  member_id text collate "C" not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (member_id, code_hash)
);

create table report (
  about_id text collate "C" not null,
  id text collate "C" not null,
  reporter_id text collate "C" not null,
  reason text not null,
  send_id text collate "C",
  note text,
  has_dealings boolean not null,
  reported_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  closed_by text collate "C",
  closing_note text,
  constraint report_pkey PRIMARY KEY (about_id, id),
  constraint report_ends_once CHECK ((((outcome IS NULL) = (closed_at IS NULL)) AND ((outcome IS NULL) = (closed_by IS NULL)))),
  constraint report_is_about_another CHECK ((about_id <> reporter_id)),
  constraint report_outcome_known CHECK ((outcome = ANY (ARRAY['withdrawn'::text, 'upheld'::text, 'dismissed'::text]))),
  constraint report_reason_known CHECK ((reason = ANY (ARRAY['scam'::text, 'impersonation'::text, 'harassment'::text, 'gambling'::text, 'other'::text])))
);
CREATE INDEX report_in_order ON public.report USING btree (reported_at, id);
CREATE INDEX report_of_reporter ON public.report USING btree (reporter_id, reported_at);
CREATE UNIQUE INDEX report_open_once ON public.report USING btree (about_id, reporter_id) WHERE (closed_at IS NULL);

create table return_request (
  source_id text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  payer_id text collate "C" not null,
  recipient_id text collate "C" not null,
  currency text not null,
  cause text,
  amount bigint not null,
  returned bigint default 0 not null,
  message text not null,
  asked_at timestamp with time zone not null,
  due_on text,
  due_at timestamp with time zone,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  reminder_count integer default 0 not null,
  reminded_at timestamp with time zone,
  returned_at timestamp with time zone,
  declined_at timestamp with time zone,
  decline_reason text,
  note text default ''::text not null,
  withdrawn_at timestamp with time zone,
  closed_at timestamp with time zone,
  posting_count bigint default 0 not null,
  event_count bigint default 0 not null,
  changed_at timestamp with time zone not null,
  served boolean default false not null,
  constraint return_request_pkey PRIMARY KEY (source_id, id),
  constraint return_amounts_not_negative CHECK (((amount > 0) AND (returned >= 0))),
  constraint return_asked_says_why_and_until_when CHECK ((((kind = 'asked'::text) = (cause IS NOT NULL)) AND ((kind = 'asked'::text) = (due_on IS NOT NULL)) AND ((kind = 'asked'::text) = (due_at IS NOT NULL)))),
  constraint return_cause_known CHECK ((cause = ANY (ARRAY['AC03'::text, 'AM09'::text, 'DUPL'::text, 'CUST'::text, 'FRAD'::text, 'UAPA'::text]))),
  constraint return_decline_reason_known CHECK ((decline_reason = ANY (ARRAY['CUST'::text, 'LEGL'::text, 'ARDT'::text, 'AM04'::text]))),
  constraint return_ends_one_way CHECK ((((declined_at IS NULL) OR (withdrawn_at IS NULL)) AND ((declined_at IS NULL) = (decline_reason IS NULL)) AND (((declined_at IS NULL) AND (withdrawn_at IS NULL)) OR (closed_at IS NOT NULL)) AND ((returned < amount) OR (closed_at IS NOT NULL)))),
  constraint return_has_its_postings CHECK ((((returned > 0) = (posting_count > 0)) AND ((returned > 0) = (returned_at IS NOT NULL)))),
  constraint return_is_between_two CHECK ((payer_id <> recipient_id)),
  constraint return_kind_known CHECK ((kind = ANY (ARRAY['asked'::text, 'offered'::text]))),
  constraint return_reminders_bounded CHECK (((reminder_count >= 0) AND (reminder_count <= 3)))
);
CREATE INDEX return_by_id ON public.return_request USING btree (id);
CREATE INDEX return_of_payer ON public.return_request USING btree (payer_id, asked_at, id);
CREATE INDEX return_of_recipient ON public.return_request USING btree (recipient_id, asked_at, id);
CREATE UNIQUE INDEX return_open_once ON public.return_request USING btree (source_id, recipient_id) WHERE (closed_at IS NULL);
CREATE INDEX return_to_end ON public.return_request USING btree (due_at) WHERE (closed_at IS NULL);

create table return_share (
  source_id text collate "C" not null,
  recipient_id text collate "C" not null,
  currency text not null,
  received bigint not null,
  returned bigint default 0 not null,
  request_count integer default 0 not null,
  declined_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint return_share_pkey PRIMARY KEY (source_id, recipient_id),
  constraint never_more_returned_than_received CHECK (((received > 0) AND ((returned >= 0) AND (returned <= received))))
);

create table revocation (
  xid xid8 default pg_current_xact_id() not null,
  subject_id text collate "C" not null,
  at timestamp with time zone not null,
  constraint revocation_pkey PRIMARY KEY (xid, subject_id)
);

create table sent (
  payer_id text collate "C" not null,
  send_id text collate "C" not null,
  at timestamp with time zone not null,
  kind text not null,
  to_kind text not null,
  to_key text collate "C" not null,
  amount bigint not null,
  count integer not null,
  words text not null,
  taken_back_at timestamp with time zone,
  constraint sent_pkey PRIMARY KEY (payer_id, send_id),
  constraint sent_amount_positive CHECK ((amount > 0)),
  constraint sent_count_positive CHECK ((count > 0)),
  constraint sent_kind_known CHECK ((kind = ANY (ARRAY['direct'::text, 'equal'::text, 'lucky'::text, 'exclusive'::text, 'transfer'::text]))),
  constraint sent_to_known CHECK ((to_kind = ANY (ARRAY['member'::text, 'members'::text, 'group'::text, 'link'::text]))),
  constraint taken_back_after_it_was_sent CHECK ((taken_back_at >= at))
);
CREATE INDEX sent_newest ON public.sent USING btree (payer_id, at DESC);

create table session (
  id text collate "C" not null,
  secret_hash bytea not null,
  member_id text collate "C" not null,
  demo boolean default false not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  host_id text collate "C",
  constraint session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_by_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_of_member ON public.session USING btree (member_id, id);

create table sign_in_code (
  secret_hash bytea not null,
  member_id text collate "C" not null,
  demo boolean default false not null,
  session_ms bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_code_pkey PRIMARY KEY (secret_hash)
);
CREATE INDEX sign_in_code_by_expiry ON public.sign_in_code USING btree (expires_at);
CREATE INDEX sign_in_code_of_member ON public.sign_in_code USING btree (member_id);

create table signed_token (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint signed_token_pkey PRIMARY KEY (token_hash),
  constraint signed_token_hash_whole CHECK ((length(token_hash) = 32))
);
CREATE INDEX signed_token_by_expiry ON public.signed_token USING btree (expires_at);

create table spend (
  member_id text collate "C" not null,
  send_id text collate "C" not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  amount bigint not null,
  at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint spend_pkey PRIMARY KEY (member_id, send_id),
  constraint spend_amount_positive CHECK ((amount > 0)),
  constraint spend_lies_in_its_day CHECK (((starts_at <= at) AND (at < ends_at)))
);

create table spent_day (
  member_id text collate "C" not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  month_ends_at timestamp with time zone not null,
  amount bigint not null,
  constraint spent_day_pkey PRIMARY KEY (member_id, starts_at, ends_at),
  constraint spent_day_runs_forward CHECK (((starts_at < ends_at) AND (ends_at <= month_ends_at))),
  constraint spent_never_negative CHECK ((amount >= 0))
);

create table split_part (
  payer_id text collate "C" not null,
  plan_id text collate "C" not null,
  no integer not null,
  amount bigint not null,
  transfer_id text collate "C",
  sent_at timestamp with time zone,
  constraint split_part_pkey PRIMARY KEY (payer_id, plan_id, no),
  constraint split_part_number_known CHECK (((no >= 1) AND (no <= 20))),
  constraint split_part_positive CHECK ((amount > 0)),
  constraint split_part_sent_says_when CHECK (((transfer_id IS NULL) = (sent_at IS NULL)))
);

create table split_plan (
  payer_id text collate "C" not null,
  id text collate "C" not null,
  payee_id text collate "C" not null,
  currency text not null,
  total bigint not null,
  note text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint split_plan_pkey PRIMARY KEY (payer_id, id),
  constraint split_plan_ends_later CHECK ((ends_at > made_at)),
  constraint split_plan_never_to_oneself CHECK ((payer_id <> payee_id)),
  constraint split_plan_total_positive CHECK ((total > 0))
);
CREATE INDEX split_plan_in_order ON public.split_plan USING btree (payer_id, made_at, id);

create table step_up_failure (
  member_id text collate "C" not null,
  way text not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  constraint step_up_failure_pkey PRIMARY KEY (member_id, way),
  constraint step_up_way_known CHECK ((way = ANY (ARRAY['passkey'::text, 'recovery_code'::text])))
);

create table step_up_setting (
  member_id text collate "C" not null,
  from_amount bigint not null,
  changed_at timestamp with time zone not null,
  constraint step_up_setting_pkey PRIMARY KEY (member_id),
  constraint step_up_from_positive CHECK ((from_amount > 0))
);

create table transfer (
  id text collate "C" not null,
  payer_id text collate "C" not null,
  payee_id text collate "C" not null,
  profile text not null,
  currency text not null,
  amount bigint not null,
  note text not null,
  delay_s integer not null,
  needs_acceptance boolean not null,
  state text not null,
  posting_count bigint not null,
  event_count bigint not null,
  sent_at timestamp with time zone not null,
  held_until timestamp with time zone,
  held_release_from timestamp with time zone,
  held_reasons text[] default '{}'::text[] not null,
  deliver_at timestamp with time zone not null,
  accept_by timestamp with time zone,
  expiring_at timestamp with time zone,
  told_expiring_at timestamp with time zone,
  accepted_at timestamp with time zone,
  arrive_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text collate "C",
  close_reason text,
  changed_at timestamp with time zone not null,
  family_id text collate "C",
  paid_from_id text collate "C",
  approve_by timestamp with time zone,
  ladder_part text,
  ladder_other_id text collate "C",
  ladder_other_amount bigint,
  plan_id text collate "C",
  plan_part integer,
  constraint transfer_pkey PRIMARY KEY (id),
  constraint only_what_waits_for_acceptance_is_expiring CHECK (((expiring_at IS NULL) = (accept_by IS NULL))),
  constraint transfer_amount_positive CHECK ((amount > 0)),
  constraint transfer_closes_once CHECK (((state = ANY (ARRAY['approving'::text, 'held'::text, 'undo'::text, 'waiting'::text])) = (closed_at IS NULL))),
  constraint transfer_hold_ends_before_delivery CHECK ((((held_until >= sent_at) AND (held_until <= deliver_at)) AND ((held_release_from IS NULL) OR ((held_release_from >= sent_at) AND (held_release_from <= held_until))))),
  constraint transfer_hold_says_why CHECK ((((held_until IS NULL) = (cardinality(held_reasons) = 0)) AND ((held_until IS NOT NULL) OR ((state <> 'held'::text) AND (held_release_from IS NULL))))),
  constraint transfer_is_approved_in_time CHECK (((state <> ALL (ARRAY['approving'::text, 'rejected'::text])) OR (approve_by IS NOT NULL))),
  constraint transfer_is_ladder_or_planned CHECK (((ladder_part IS NULL) OR (plan_id IS NULL))),
  constraint transfer_ladder_is_whole CHECK ((((ladder_part IS NULL) = (ladder_other_id IS NULL)) AND ((ladder_part IS NULL) = (ladder_other_amount IS NULL)))),
  constraint transfer_ladder_names_another CHECK ((ladder_other_id <> id)),
  constraint transfer_ladder_other_positive CHECK ((ladder_other_amount > 0)),
  constraint transfer_ladder_part_known CHECK ((ladder_part = ANY (ARRAY['first'::text, 'rest'::text]))),
  constraint transfer_never_to_oneself CHECK ((payer_id <> payee_id)),
  constraint transfer_of_plan_says_which_part CHECK (((plan_id IS NULL) = (plan_part IS NULL))),
  constraint transfer_paid_by_another_names_who CHECK ((((family_id IS NULL) OR (paid_from_id IS NOT NULL)) AND ((family_id IS NOT NULL) OR (paid_from_id IS NULL) OR ("left"(paid_from_id, 4) = 'org_'::text)))),
  constraint transfer_rest_waits_for_a_word CHECK (((ladder_part IS DISTINCT FROM 'rest'::text) OR needs_acceptance)),
  constraint transfer_state_known CHECK ((state = ANY (ARRAY['approving'::text, 'rejected'::text, 'held'::text, 'undo'::text, 'undone'::text, 'waiting'::text, 'arrived'::text, 'recalled'::text, 'declined'::text, 'returned'::text]))),
  constraint transfer_waits_for_something CHECK (((closed_at IS NOT NULL) OR (arrive_at IS NOT NULL) OR (accept_by IS NOT NULL)))
);
CREATE INDEX transfer_between ON public.transfer USING btree (payee_id, payer_id, deliver_at, id);
CREATE INDEX transfer_of_organisation ON public.transfer USING btree (paid_from_id, sent_at, id) WHERE (paid_from_id IS NOT NULL);
CREATE INDEX transfer_of_payee ON public.transfer USING btree (payee_id, deliver_at);
CREATE INDEX transfer_of_payer ON public.transfer USING btree (payer_id, sent_at);
CREATE INDEX transfer_of_plan ON public.transfer USING btree (payer_id, plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX transfer_to_arrive ON public.transfer USING btree (arrive_at) WHERE (state = ANY (ARRAY['held'::text, 'undo'::text, 'waiting'::text]));
CREATE INDEX transfer_to_deliver ON public.transfer USING btree (deliver_at) WHERE (state = ANY (ARRAY['held'::text, 'undo'::text]));
CREATE INDEX transfer_to_end_hold ON public.transfer USING btree (held_until) WHERE (state = 'held'::text);
CREATE INDEX transfer_to_return ON public.transfer USING btree (accept_by) WHERE ((state = ANY (ARRAY['held'::text, 'undo'::text, 'waiting'::text])) AND (accepted_at IS NULL));
CREATE INDEX transfer_to_tell_expiring ON public.transfer USING btree (expiring_at) WHERE ((state = ANY (ARRAY['held'::text, 'undo'::text, 'waiting'::text])) AND (accepted_at IS NULL) AND (told_expiring_at IS NULL));

create table verdict (
  send_id text collate "C" not null,
  payer_id text collate "C" not null,
  at timestamp with time zone not null,
  outcome text not null,
  reasons jsonb not null,
  signals jsonb not null,
  held_rules text[] not null,
  failed_rules text[] not null,
  policy_name text not null,
  policy_version integer not null,
  shown jsonb not null,
  shown_hash text collate "C" not null,
  payee_check jsonb,
  confirmed boolean not null,
  asks boolean not null,
  constraint verdict_pkey PRIMARY KEY (send_id),
  constraint asked_means_confirmed CHECK ((((outcome <> 'confirm'::text) OR asks) AND ((NOT asks) OR confirmed))),
  constraint refused_is_never_sent CHECK ((outcome <> 'refuse'::text)),
  constraint verdict_outcome_known CHECK ((outcome = ANY (ARRAY['allow'::text, 'confirm'::text, 'hold'::text, 'approve'::text, 'refuse'::text])))
);
