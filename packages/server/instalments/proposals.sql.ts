import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** How often the creditor began to propose about a share, and when last: first versions, not the answers to one. */
export const proposalsOfCreditor = statement<
  [sourceId: string, debtorId: string],
  { count: number; lastAt: Instant | null }
>(
  'instalments_proposals_of_creditor',
  `
  select count(*)::int as count, max(instalments_version.at) as last_at
  from instalments
  join instalments_version
    on instalments_version.source_id = instalments.source_id
    and instalments_version.instalments_id = instalments.id
  where
    instalments.source_id = $1
    and instalments.debtor_id = $2
    and instalments_version.version = 1
    and instalments_version.by_id = instalments.creditor_id
  `,
)
