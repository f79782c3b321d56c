import { statement } from '../db/statement.ts'

export const readMinors = statement<[memberIds: string[]], { memberId: string }>(
  'limit_profile_minors_of_these',
  `select member_id from limit_profile where member_id = any($1::text[]) and band <> 'adult'`,
)
