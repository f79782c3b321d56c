/** How many different members have reported somebody, as the guard asks before money goes to them. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { reportCountsMs } from '@laisee/core/report.ts'
import type { Tx } from '../db/db.ts'
import { countReporters } from './reports.sql.ts'

/**
 * Of each of these members how many reported them: those they had to do with, in reports that are open or were found
 * right, of the last half year. Whoever nobody reported is left out.
 */
export async function reportersOf(
  tx: Tx,
  memberIds: readonly string[],
  now: Instant,
): Promise<Map<string, number>> {
  const rows = await tx.run(countReporters, [...memberIds], toIso(now - reportCountsMs))
  return new Map(rows.map(({ aboutId, reporters }) => [aboutId, reporters]))
}
