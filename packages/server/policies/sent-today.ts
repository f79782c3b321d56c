/** Which of a member's sends were on behalf of an organisation: for rules that look at what was sent in a day. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { sentOnBehalfSince } from './sent-today.sql.ts'

/** The ids of what a member has sent for an organisation since a moment and not taken back. */
export async function idsOnBehalfSince(
  tx: Tx,
  { organisationId, payerId }: { organisationId: string; payerId: string },
  since: Instant,
): Promise<Set<string>> {
  const rows = await tx.run(sentOnBehalfSince, organisationId, payerId, toIso(since))
  return new Set(rows.map(({ sendId }) => sendId))
}
