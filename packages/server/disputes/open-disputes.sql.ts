import { statement } from '../db/statement.ts'
import type { DisputeRow } from './disputes.sql.ts'

/** The open disputes of which any of these is a side. One whose time to appeal is over is closed, written down or not. */
export const openDisputesOf = statement<
  [memberIds: string[], now: string],
  Pick<DisputeRow, 'sourceId' | 'openerId' | 'otherId'>
>(
  'dispute_open_of_sides',
  `
  select source_id, opener_id, other_id
  from dispute
  where
    (opener_id = any($1::text[]) or other_id = any($1::text[]))
    and state not in ('closed', 'withdrawn')
    and (state <> 'decided' or due_at > $2::timestamptz)
  `,
)
