import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export const insertCodes = statement<[memberId: string, codeHashes: Buffer[]], object>(
  'recovery_code_insert',
  `
  insert into recovery_code (member_id, code_hash)
  select $1, code_hash from unnest($2::bytea[]) as code_hash
  `,
)

export const deleteCodes = statement<[memberId: string], object>(
  'recovery_code_delete_of_member',
  `delete from recovery_code where member_id = $1`,
)

export const lockCode = statement<[memberId: string, codeHash: Buffer], { usedAt: Instant | null }>(
  'recovery_code_lock',
  `
  select used_at from recovery_code
  where member_id = $1 and code_hash = $2
  for update
  `,
)

export const markCodeUsed = statement<[memberId: string, codeHash: Buffer, at: string], object>(
  'recovery_code_mark_used',
  `update recovery_code set used_at = $3 where member_id = $1 and code_hash = $2`,
)

export const countCodes = statement<[memberId: string], { unused: number }>(
  'recovery_code_count',
  `select count(*)::int as unused from recovery_code where member_id = $1 and used_at is null`,
)
