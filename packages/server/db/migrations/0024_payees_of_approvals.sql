-- Whom a send on behalf names as its payees: nobody approves money to themselves. Empty for a group, a link and a family.
alter table approval add column payee_ids text[] not null default '{}';
update approval set payee_ids = array[transfer.payee_id]
  from transfer where transfer.id = approval.send_id and approval.organisation_id is not null;
update approval set payee_ids = array[packet.recipient_id]
  from packet
  where packet.id = approval.send_id and approval.organisation_id is not null and packet.recipient_id is not null;
update approval set payee_ids = named.member_ids
  from (select packet_id, array_agg(member_id) as member_ids from packet_recipient group by packet_id) as named
  where named.packet_id = approval.send_id and approval.organisation_id is not null;
