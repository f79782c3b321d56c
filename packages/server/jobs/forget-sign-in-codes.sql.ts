import { statement } from '../db/statement.ts'

export const deleteExpiredCodes = statement<[now: string, limit: number], { memberId: string }>(
  'sign_in_code_delete_expired',
  `
  delete from sign_in_code
  where secret_hash in (select secret_hash from sign_in_code where expires_at <= $1 limit $2)
  returning member_id
  `,
)
