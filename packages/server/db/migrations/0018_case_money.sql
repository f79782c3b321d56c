-- The money of a case: which case a freeze keeps it for, how much of it has gone back out of the freeze, on whose word; and
-- requests that the service itself has served.

alter table money_freeze add column about_id text collate "C";
-- Of an amount: how much of it has gone back by a decision. What is over stays frozen.
alter table money_freeze add column paid_out bigint not null default 0;
alter table money_freeze add constraint freeze_pays_out_what_it_has check (
  paid_out >= 0 and paid_out <= coalesce(amount, 0)
  and (amount is null or paid_out < amount or released_at is not null)
);
-- Freezes of before that a decision made said so in their note.
update money_freeze set about_id = substr(note, 4)
where reason = 'dispute' and basis = 'policy' and note ~ '^争议 dsp_[0-7][0-9a-hjkmnp-tv-z]{25}$';

alter table dispute_fact add column freeze_id text collate "C";
alter table dispute_fact add column order_reference text;
alter table dispute_fact drop constraint dispute_fact_known;
alter table dispute_fact add constraint dispute_fact_known check (
  kind in (
    'opened', 'document', 'statement', 'assigned', 'note', 'asked', 'secured', 'decided', 'appealed', 'appeal_decided',
    'withdrawn', 'closed'
  )
);
alter table dispute_fact drop constraint only_a_decision_has_an_outcome;
alter table dispute_fact add constraint only_a_decision_has_an_outcome check (
  (kind in ('secured', 'decided', 'appeal_decided')) = (outcome is not null)
  and (kind <> 'secured' or outcome = 'freeze')
);
-- Not of what was decided before this.
alter table dispute_fact add constraint moved_money_names_its_ground check (
  effect is distinct from 'moved' or (freeze_id is not null and order_reference is not null and document_id is not null)
) not valid;

-- Handed over by the service across a block.
alter table return_request add column served boolean not null default false;

alter table instalments drop constraint instalments_state_known;
alter table instalments add constraint instalments_state_known check (
  state in ('proposed', 'active', 'paid', 'released', 'settled', 'declined', 'withdrawn')
);
