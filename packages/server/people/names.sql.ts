import { statement } from '../db/statement.ts'

/** By which aliases a member keeps some of these. */
export const readAliases = statement<
  [ownerId: string, memberIds: string[]],
  { memberId: string; alias: string | null }
>(
  'contact_aliases',
  `
  select member_id, alias
  from contact
  where owner_id = $1 and member_id = any($2::text[]) and alias is not null
  `,
)
