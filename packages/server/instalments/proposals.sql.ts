import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** How often the creditor's side began to propose about a share, and when last: first versions, not the answers to one. */
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
    and instalments_version.by_id <> instalments.debtor_id
  `,
)

/** The versions of the creditor's side of what is open since whoever owes last agreed to one or proposed one, and when the last was. */
export const unansweredOfCreditor = statement<
  [sourceId: string, instalmentsId: string, debtorId: string, agreedVersion: number],
  { count: number; lastAt: Instant | null }
>(
  'instalments_versions_unanswered',
  `
  select count(*)::int as count, max(at) as last_at
  from instalments_version
  where
    source_id = $1
    and instalments_id = $2
    and by_id <> $3
    and version > $4::int
    and version > (
      select coalesce(max(theirs.version), 0)
      from instalments_version as theirs
      where theirs.source_id = $1 and theirs.instalments_id = $2 and theirs.by_id = $3
    )
  `,
)
