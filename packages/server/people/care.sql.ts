import type { Relation } from '@laisee/core/contact.ts'
import { statement } from '../db/statement.ts'

export const updateCare = statement<
  [memberId: string, holdFrom: bigint | null, holdRelations: string[], holdS: number, at: string],
  object
>(
  'member_update_care',
  `
  update member
  set hold_from = $2, hold_relations = $3, hold_s = $4, changed_at = $5
  where id = $1
  `,
)

/** As what a member keeps each of these, where they keep them as something. */
export const relationsWith = statement<[ownerId: string, memberIds: string[]], { relation: Relation }>(
  'contact_relations',
  `
  select relation
  from contact
  where owner_id = $1 and member_id = any($2::text[]) and relation is not null
  `,
)
