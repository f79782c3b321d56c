import { statement } from '../db/statement.ts'
import type { DisputeRow } from './disputes.sql.ts'

const columns = `
  source_id, id, opener_id, other_id, payer_id, cause, amount, currency, answers, opened_at, state, agent_id, due_at,
  fact_count, changed_at`

/** The queue: what is still to come to its end, the most urgent first; of one agent, or of nobody, where that is asked. */
export const queueOfDisputes = statement<
  [after: string, afterId: string, limit: number, agentId: string | null, isNobodys: boolean],
  DisputeRow
>(
  'dispute_queue',
  `
  select ${columns}
  from dispute
  where
    state not in ('closed', 'withdrawn')
    and (due_at, id) > ($1::timestamptz, $2)
    and ($4::text is null or agent_id = $4)
    and (not $5 or (agent_id is null and state <> 'decided'))
  order by due_at, id
  limit $3
  `,
)

/** What has come to its end, latest first. */
export const closedDisputes = statement<[before: string, beforeId: string, limit: number], DisputeRow>(
  'dispute_page_closed',
  `
  select ${columns}
  from dispute
  where state in ('closed', 'withdrawn') and (opened_at, id) < ($1::timestamptz, $2)
  order by opened_at desc, id desc
  limit $3
  `,
)
