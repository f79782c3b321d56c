import type { ContactFields } from '@laisee/core/contact.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface ContactRow extends ContactFields {
  memberId: string
  createdAt: Instant
  changedAt: Instant
}

export const readContact = statement<[ownerId: string, memberId: string], ContactRow>(
  'contact_read',
  `
  select member_id, alias, relation, relation_note, created_at, changed_at
  from contact
  where owner_id = $1 and member_id = $2
  `,
)

export const putContact = statement<
  [
    ownerId: string,
    memberId: string,
    alias: string | null,
    relation: string | null,
    relationNote: string | null,
    at: string,
  ],
  ContactRow
>(
  'contact_put',
  `
  insert into contact (owner_id, member_id, alias, relation, relation_note, created_at, changed_at)
  values ($1, $2, $3, $4, $5, $6, $6)
  on conflict (owner_id, member_id) do update
  set alias = excluded.alias, relation = excluded.relation, relation_note = excluded.relation_note, changed_at = excluded.changed_at
  returning member_id, alias, relation, relation_note, created_at, changed_at
  `,
)

export const deleteContact = statement<[ownerId: string, memberId: string], ContactRow>(
  'contact_delete',
  `
  delete from contact
  where owner_id = $1 and member_id = $2
  returning member_id, alias, relation, relation_note, created_at, changed_at
  `,
)

/** A page of a member's contacts, latest first, from before a moment and id. */
export const pageOfContacts = statement<
  [ownerId: string, before: string, beforeId: string, limit: number],
  ContactRow
>(
  'contact_page',
  `
  select member_id, alias, relation, relation_note, created_at, changed_at
  from contact
  where owner_id = $1 and (created_at, member_id) < ($2::timestamptz, $3)
  order by created_at desc, member_id desc
  limit $4
  `,
)

export const everyContact = statement<[ownerId: string], ContactRow>(
  'contact_list',
  `
  select member_id, alias, relation, relation_note, created_at, changed_at
  from contact
  where owner_id = $1
  `,
)

/** Whether one of two members keeps the other as a contact. */
export const contactBetween = statement<[both: string[]], { memberId: string }>(
  'contact_between',
  `
  select member_id
  from contact
  where owner_id = any($1::text[]) and member_id = any($1::text[])
  `,
)
