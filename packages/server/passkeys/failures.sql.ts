import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export type Way = 'passkey' | 'recovery_code'

export interface FailureRow {
  failures: number
  firstAt: Instant
}

export const readFailures = statement<[memberId: string, way: Way], FailureRow>(
  'step_up_failure_read',
  `select failures, first_at from step_up_failure where member_id = $1 and way = $2`,
)

/** One at a time tries a step-up of a member: whatever way it is, the row of passkeys is where they wait. */
export const lockAttemptsRow = statement<[memberId: string], object>(
  'step_up_failure_lock',
  `
  insert into step_up_failure (member_id, way, failures, first_at) values ($1, 'passkey', 0, to_timestamp(0))
  on conflict (member_id, way) do update set failures = step_up_failure.failures
  `,
)

/** One more; where the first of them is from before a moment, they are counted from the start. */
export const addFailure = statement<[memberId: string, way: Way, at: string, before: string], object>(
  'step_up_failure_add',
  `
  insert into step_up_failure (member_id, way, failures, first_at) values ($1, $2, 1, $3)
  on conflict (member_id, way) do update
  set
    failures = case when step_up_failure.first_at <= $4 then 1 else step_up_failure.failures + 1 end,
    first_at = case when step_up_failure.first_at <= $4 then $3 else step_up_failure.first_at end
  `,
)

export const deleteFailures = statement<[memberId: string], object>(
  'step_up_failure_delete_of_member',
  `delete from step_up_failure where member_id = $1`,
)
