import { statement } from '../db/statement.ts'

export const deleteEndedTokens = statement<[now: string, limit: number], { tokenHash: Buffer }>(
  'signed_token_delete_ended',
  `
  delete from signed_token
  where token_hash in (select token_hash from signed_token where expires_at <= $1 limit $2)
  returning token_hash
  `,
)
