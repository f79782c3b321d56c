/**
 * Writing down what was decided about instalments whose share is locked: the row, and the event that tells both. The one
 * place where their row changes.
 */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { instalmentsLeft, nextLookAt } from '@laisee/core/instalments.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { updateInstalments, type InstalmentsRow, type PartRow } from './instalments.sql.ts'

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

export interface InstalmentsTold {
  kind: EventKind
  /** The member who did it, or `clock`. */
  by: string
  data?: Record<string, unknown>
}

/** Write the parts of a row anew and tell both. `parts` are those of what is agreed, as they stand now. */
export async function changeInstalments(
  tx: Tx,
  before: InstalmentsRow,
  fields: Partial<InstalmentsRow>,
  parts: readonly PartRow[],
  { kind, by, data = {} }: InstalmentsTold,
  at: Instant,
): Promise<InstalmentsRow> {
  const row: InstalmentsRow = { ...before, ...fields, eventCount: before.eventCount + 1n, changedAt: at }
  await tx.run(
    updateInstalments,
    row.sourceId,
    row.id,
    row.creditorId,
    row.state,
    row.versionCount,
    row.proposedVersion,
    row.proposedBy,
    isoOrNull(row.proposedAt),
    row.agreedVersion,
    isoOrNull(row.agreedAt),
    row.principalLeft,
    row.interestLeft,
    row.principalPaid,
    row.interestPaid,
    row.consent,
    isoOrNull(nextLookAt(row, parts)),
    isoOrNull(row.endedAt),
    row.endedBy,
    row.postingCount,
    row.eventCount,
    toIso(at),
  )
  const { id, sourceId, creditorId, debtorId, currency, eventCount: seq } = row
  const who = { instalmentsId: id, about: sourceId, creditorId, debtorId, currency, by }
  const said = { ...who, left: instalmentsLeft(row), ...data }
  await tell(tx, { sourceId: id, seq, kind, at, data: said, audience: [creditorId, debtorId] })
  return row
}
