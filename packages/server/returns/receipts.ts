/**
 * Receipts: that a request reached its recipient, and that they opened it. Whoever knows of the mistake is no longer in
 * good faith (民法典 986, 987), so both moments are facts that are told to both, once.
 */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Db, Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { changeRequest } from './change-request.ts'
import { lockRequest } from './lock-share.ts'
import { anyRequest } from './read-requests.ts'
import type { ReturnRow } from './returns.sql.ts'

/** Write down that it was shown to its recipient. Once; a request that was never asked has nothing to be shown. */
async function deliver(tx: Tx, requestId: string, memberId: string): Promise<ReturnRow> {
  const { request, now } = await lockRequest(tx, requestId)
  if (request.recipientId !== memberId || request.kind !== 'asked' || request.deliveredAt !== null)
    return request
  return changeRequest(tx, request, { deliveredAt: now }, { kind: 'return_request.delivered' }, now)
}

/** Write down that these were shown to their recipient, as far as that is new. */
export async function deliverRequests(
  db: Db,
  memberId: string,
  requests: readonly Pick<ReturnRow, 'id' | 'recipientId' | 'kind' | 'deliveredAt'>[],
): Promise<void> {
  const isNew = ({ recipientId, kind, deliveredAt }: (typeof requests)[number]) =>
    recipientId === memberId && kind === 'asked' && deliveredAt === null
  for (const { id } of requests.filter(isNew)) await db.transaction((tx) => deliver(tx, id, memberId))
}

/** The same, by the ids of requests: those that a notice in an inbox is about. */
export async function deliverNamed(db: Db, memberId: string, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return
  const rows = await db.snapshot((tx) => together(requestIds.map((id) => anyRequest(tx, id))))
  await deliverRequests(
    db,
    memberId,
    rows.filter((row) => row !== undefined),
  )
}

/** The recipient has opened it. Once; refuses `not_found` to whoever else. */
export async function readReturn(
  tx: Tx,
  { requestId, memberId }: { requestId: string; memberId: string },
): Promise<ReturnRow> {
  const { request } = await lockRequest(tx, requestId)
  if (request.recipientId !== memberId) throw new RefusalError(refuse('not_found'))
  if (request.kind !== 'asked' || request.readAt !== null) return request
  const delivered = await deliver(tx, requestId, memberId)
  const now = await tx.now(delivered.changedAt)
  return changeRequest(tx, delivered, { readAt: now }, { kind: 'return_request.read' }, now)
}
