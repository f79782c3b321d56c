import type { Appeal, AppealOutcome } from '@laisee/core/freeze.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** An objection's row. */
export interface AppealRow extends Appeal {
  subjectId: string
  freezeId: string
  text: string
  at: Instant
  by: string
  outcome: AppealOutcome | null
  answer: string | null
  answeredBy: string | null
}

const appeal = `
  subject_id, freeze_id, appeal_no, text, at, by, outcome, answer, answered_at, answered_by`

/** What was said against these freezes, in order. */
export const appealsOfFreezes = statement<[subjectIds: string[], freezeIds: string[]], AppealRow>(
  'freeze_appeal_list',
  `
  select ${appeal}
  from freeze_appeal
  where subject_id = any($1::text[]) and freeze_id = any($2::text[])
  order by freeze_id, appeal_no
  `,
)

export const insertAppeal = statement<
  [subjectId: string, freezeId: string, appealNo: number, text: string, at: string, by: string],
  object
>(
  'freeze_appeal_insert',
  `
  insert into freeze_appeal (subject_id, freeze_id, appeal_no, text, at, by) values ($1, $2, $3, $4, $5, $6)
  `,
)

export const answerAppealRow = statement<
  [
    subjectId: string,
    freezeId: string,
    appealNo: number,
    outcome: AppealOutcome,
    answer: string,
    at: string,
    by: string,
  ],
  object
>(
  'freeze_appeal_answer',
  `
  update freeze_appeal set outcome = $4, answer = $5, answered_at = $6, answered_by = $7
  where subject_id = $1 and freeze_id = $2 and appeal_no = $3 and outcome is null
  `,
)
