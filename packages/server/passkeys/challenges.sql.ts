import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface ChallengeRow {
  purpose: 'add_passkey' | 'step_up'
  nonce: string
  proved: boolean
  expiresAt: Instant
  usedAt: Instant | null
}

export const insertChallenge = statement<
  [
    memberId: string,
    challenge: Buffer,
    purpose: ChallengeRow['purpose'],
    nonce: string,
    proved: boolean,
    expiresAt: string,
  ],
  object
>(
  'passkey_challenge_insert',
  `
  insert into passkey_challenge (member_id, challenge, purpose, nonce, proved, expires_at)
  values ($1, $2, $3, $4, $5, $6)
  `,
)

/** One at a time looks at a challenge: of two who use it at once, the second finds it used. */
export const lockChallenge = statement<[memberId: string, challenge: Buffer], ChallengeRow>(
  'passkey_challenge_lock',
  `
  select purpose, nonce, proved, expires_at, used_at
  from passkey_challenge
  where member_id = $1 and challenge = $2
  for update
  `,
)

export const markChallengeUsed = statement<[memberId: string, challenge: Buffer, at: string], object>(
  'passkey_challenge_mark_used',
  `
  update passkey_challenge set used_at = $3
  where member_id = $1 and challenge = $2 and used_at is null
  `,
)

/** What a member was asked and is long over; they are forgotten as new ones are made. */
export const forgetChallenges = statement<[memberId: string, before: string], object>(
  'passkey_challenge_forget',
  `delete from passkey_challenge where member_id = $1 and expires_at < $2`,
)
