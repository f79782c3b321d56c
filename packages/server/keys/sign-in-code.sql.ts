import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface SignInCodeRow {
  memberId: string
  demo: boolean
  /** How long the session it gives lasts, in milliseconds. */
  sessionMs: bigint
  expiresAt: Instant
}

export const insertCode = statement<
  [secretHash: Buffer, memberId: string, demo: boolean, sessionMs: bigint, at: string, expiresAt: string],
  object
>(
  'sign_in_code_insert',
  `
  insert into sign_in_code (secret_hash, member_id, demo, session_ms, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6)
  `,
)

/** Whose code it is, before anything is locked. */
export const readCodeOwner = statement<[secretHash: Buffer], { memberId: string }>(
  'sign_in_code_read_owner',
  `select member_id from sign_in_code where secret_hash = $1`,
)

/** Use a code up: of those who use it at once, one is given the row. */
export const takeCode = statement<[secretHash: Buffer], SignInCodeRow>(
  'sign_in_code_take',
  `
  delete from sign_in_code
  where secret_hash = $1
  returning member_id, demo, session_ms, expires_at
  `,
)

export const deleteCodesOf = statement<[memberId: string], object>(
  'sign_in_code_delete_of_member',
  `delete from sign_in_code where member_id = $1`,
)
