import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A split plan as its row stands; its parts are rows of their own. */
export interface PlanRow {
  id: string
  payerId: string
  payeeId: string
  total: bigint
  note: string
  madeAt: Instant
  endsAt: Instant
  endedAt: Instant | null
  changedAt: Instant
}

/** One part of a plan; without a transfer it was not sent. */
export interface PartRow {
  planId: string
  no: number
  amount: bigint
  transferId: string | null
  sentAt: Instant | null
}

const columns = 'id, payer_id, payee_id, total, note, made_at, ends_at, ended_at, changed_at'
const partColumns = 'plan_id, no, amount, transfer_id, sent_at'

export const insertPlan = statement<
  [
    payerId: string,
    id: string,
    payeeId: string,
    currency: string,
    total: bigint,
    note: string,
    madeAt: string,
    endsAt: string,
  ],
  PlanRow
>(
  'split_plan_insert',
  `
  insert into split_plan (payer_id, id, payee_id, currency, total, note, made_at, ends_at, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $7)
  returning ${columns}
  `,
)

/** The parts of a plan, numbered from 1 as they come. */
export const insertParts = statement<[payerId: string, planId: string, amounts: bigint[]], PartRow>(
  'split_part_insert',
  `
  insert into split_part (payer_id, plan_id, no, amount)
  select $1, $2, part.no, part.amount
  from unnest($3::bigint[]) with ordinality as part (amount, no)
  returning ${partColumns}
  `,
)

/** One part is sent after another: each waits here for the plan's row. */
export const lockPlan = statement<[payerId: string, id: string], PlanRow>(
  'split_plan_lock',
  `select ${columns} from split_plan where payer_id = $1 and id = $2 for update`,
)

export const readPlan = statement<[payerId: string, id: string], PlanRow>(
  'split_plan_read',
  `select ${columns} from split_plan where payer_id = $1 and id = $2`,
)

/** A payer's plans, newest first, from before a moment and id. */
export const plansOfPayer = statement<
  [payerId: string, before: string, beforeId: string, limit: number],
  PlanRow
>(
  'split_plan_page',
  `
  select ${columns}
  from split_plan
  where payer_id = $1 and (made_at, id) < ($2::timestamptz, $3)
  order by made_at desc, id desc
  limit $4
  `,
)

/** The parts of these plans of a payer, each plan's in order. */
export const readParts = statement<[payerId: string, planIds: string[]], PartRow>(
  'split_part_read',
  `
  select ${partColumns}
  from split_part
  where payer_id = $1 and plan_id = any($2::text[])
  order by plan_id, no
  `,
)

export const markPartSent = statement<
  [payerId: string, planId: string, no: number, transferId: string, at: string],
  { no: number }
>(
  'split_part_mark_sent',
  `
  update split_part set transfer_id = $4, sent_at = $5
  where payer_id = $1 and plan_id = $2 and no = $3 and transfer_id is null
  returning no
  `,
)

/** Write down when a plan last changed, and when its payer ended it, if they did. */
export const changePlan = statement<
  [payerId: string, id: string, endedAt: string | null, changedAt: string],
  PlanRow
>(
  'split_plan_change',
  `
  update split_plan set ended_at = $3, changed_at = $4
  where payer_id = $1 and id = $2
  returning ${columns}
  `,
)
