/** The other words on a return request: decline, withdraw, remind, and what the clock says where nobody has answered. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { isReturnOpen, returnResult, type ReturnDeclineReason } from '@laisee/core/return-request.ts'
import {
  decideDeclineReturn,
  decideRemindReturn,
  decideReturnText,
  decideReturnUnanswered,
  decideWithdrawReturn,
} from '@laisee/core/return-verbs.ts'
import type { Reader, Tx } from '../db/db.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { readMember } from '../people/members.ts'
import { changeRequest, changeShare, endUnanswered } from './change-request.ts'
import { lockRequest } from './lock-share.ts'
import { openRequestOf, requestsDue, type ReturnRow, type ShareRow } from './returns.sql.ts'

export interface RequestAsk {
  requestId: string
  memberId: string
}

export interface DeclineAsk extends RequestAsk {
  reason: ReturnDeclineReason
  note: string | null
}

/** Decline to give back, with a reason. It may not be asked again; whoever disagrees may open a dispute. */
export async function declineReturn(tx: Tx, ask: DeclineAsk): Promise<ReturnRow> {
  const { share, request, now } = await lockRequest(tx, ask.requestId)
  orThrow(decideDeclineReturn(request, ask.memberId, now))
  const note = ask.note?.trim() ?? ''
  orThrow(decideReturnText(note, 'note'))
  await changeShare(tx, share, { declinedAt: now }, now)
  const declined = { declinedAt: now, declineReason: ask.reason, note, closedAt: now }
  const data = { reason: ask.reason, result: returnResult({ ...request, ...declined }, now) }
  return changeRequest(tx, request, declined, { kind: 'return_request.declined', data }, now)
}

/** Withdraw one's own request. What came back stays. */
export async function withdrawReturn(tx: Tx, { requestId, memberId }: RequestAsk): Promise<ReturnRow> {
  const { request, now } = await lockRequest(tx, requestId)
  orThrow(decideWithdrawReturn(request, memberId, now))
  const withdrawn = { withdrawnAt: now, closedAt: now }
  const data = { result: returnResult({ ...request, ...withdrawn }, now) }
  return changeRequest(tx, request, withdrawn, { kind: 'return_request.withdrawn', data }, now)
}

/** End the request that is open on a share, because its two have agreed on instalments. The caller holds its lock. */
export async function endBecauseAgreed(tx: Tx, share: ShareRow, now: Instant): Promise<void> {
  const open = await tx.one(openRequestOf, share.sourceId, share.recipientId)
  if (!open) return
  if (!isReturnOpen(open, now)) return void (await endUnanswered(tx, open, now))
  const withdrawn = { withdrawnAt: now, closedAt: now }
  const data = { result: returnResult({ ...open, ...withdrawn }, now), agreed: true }
  await changeRequest(tx, open, withdrawn, { kind: 'return_request.withdrawn', data }, now)
}

/** Remind the recipient: three times at most, a day apart, not in their quiet hours, not across a block. */
export async function remindReturn(tx: Tx, { requestId, memberId }: RequestAsk): Promise<ReturnRow> {
  const { request, now } = await lockRequest(tx, requestId)
  if (request.payerId !== memberId) throw new RefusalError(refuse('not_found'))
  const isBlocked = await isBlockedEitherWay(tx, memberId, request.recipientId)
  const recipient = (await readMember(tx, request.recipientId))!
  orThrow(decideRemindReturn(request, memberId, { isBlocked, recipient }, now))
  const reminded = { reminderCount: request.reminderCount + 1, remindedAt: now }
  const data = { no: reminded.reminderCount }
  return changeRequest(tx, request, reminded, { kind: 'return_request.reminded', data }, now)
}

/** The ids of requests whose time to answer is over at a moment, in the order it ended; read without a lock. */
export async function dueUnanswered(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(requestsDue, toIso(now), limit)).map(({ id }) => id)
}

/** End a request that looked due. Tells whether it did. */
export async function endIfUnanswered(tx: Tx, requestId: string): Promise<boolean> {
  const { request, now } = await lockRequest(tx, requestId)
  if (!decideReturnUnanswered(request, now)) return false
  await endUnanswered(tx, request, now)
  return true
}
