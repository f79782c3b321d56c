/**
 * Writing down what was decided about one return request whose share is locked: the rows, and the event that tells both.
 * The one place where a request's row changes.
 */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { returnResult, stillAsked } from '@laisee/core/return-request.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { textHash } from '../events/text-hash.ts'
import { updateRequest, updateShare, type ReturnRow, type ShareRow } from './returns.sql.ts'

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

export interface ReturnTold {
  kind: EventKind
  data?: Record<string, unknown>
}

/** Write a request's parts anew and tell both of it. Gives the row as it stands then. */
export async function changeRequest(
  tx: Tx,
  request: ReturnRow,
  parts: Partial<ReturnRow>,
  { kind, data = {} }: ReturnTold,
  at: Instant,
): Promise<ReturnRow> {
  const row: ReturnRow = { ...request, ...parts, eventCount: request.eventCount + 1n, changedAt: at }
  await tx.run(
    updateRequest,
    row.sourceId,
    row.id,
    row.returned,
    isoOrNull(row.deliveredAt),
    isoOrNull(row.readAt),
    row.reminderCount,
    isoOrNull(row.remindedAt),
    isoOrNull(row.returnedAt),
    isoOrNull(row.declinedAt),
    row.declineReason,
    row.note,
    isoOrNull(row.withdrawnAt),
    isoOrNull(row.closedAt),
    row.postingCount,
    row.eventCount,
    toIso(at),
  )
  const audience = [row.payerId, row.recipientId]
  await tell(tx, {
    sourceId: row.id,
    seq: row.eventCount,
    kind,
    at,
    data: { ...told(row), ...data },
    audience,
  })
  return row
}

/** What every event of a request says of it. */
function told(row: ReturnRow): Record<string, unknown> {
  return {
    requestId: row.id,
    about: row.sourceId,
    kind: row.kind,
    payerId: row.payerId,
    recipientId: row.recipientId,
    currency: row.currency,
    cause: row.cause,
    amount: row.amount,
    returned: row.returned,
    left: stillAsked(row),
    dueOn: row.dueOn,
    textSha256: textHash(row.message),
  }
}

/** End a request that is due and that nobody has written down: told to both. */
export async function endUnanswered(tx: Tx, request: ReturnRow, now: Instant): Promise<ReturnRow> {
  const result = returnResult(request, now)
  const data = { result, reason: request.returned > 0n ? null : 'NOAS', endedAt: isoOrNull(request.dueAt) }
  const ended = { closedAt: request.dueAt! }
  return changeRequest(tx, request, ended, { kind: 'return_request.unanswered', data }, now)
}

/** Write a share's parts anew. */
export async function changeShare(
  tx: Tx,
  share: ShareRow,
  parts: Partial<ShareRow>,
  at: Instant,
): Promise<ShareRow> {
  const row: ShareRow = { ...share, ...parts, changedAt: at }
  const { sourceId, recipientId, returned, requestCount, declinedAt } = row
  await tx.run(updateShare, sourceId, recipientId, returned, requestCount, isoOrNull(declinedAt), toIso(at))
  return row
}
