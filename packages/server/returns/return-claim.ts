/**
 * Giving back: the recipient's own word, asked or not, whole or in part. The money goes from their wallet to the account
 * it came from; nothing in what they say can name another. A return is a new posting, never an edit of the old one.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount, Currency } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { isReturnOpen, returnReason, returnResult, stillAsked } from '@laisee/core/return-request.ts'
import { decideLeft, decideReturnClaim, overRefusal } from '@laisee/core/return-verbs.ts'
import type { Tx } from '../db/db.ts'
import { inInstalments } from '../instalments/read-instalments.ts'
import { lockWallet, post, type LockedWallet } from '../ledger/ledger.ts'
import { countReturn, lockBeforeReturn } from '../limits/give-back.ts'
import { readMember } from '../people/members.ts'
import { changeRequest, changeShare, endUnanswered } from './change-request.ts'
import { lockShareOf } from './lock-share.ts'
import { insertRequest, readRequest, whereIsRequest, type ReturnRow, type ShareRow } from './returns.sql.ts'
import { receivedOf, seeSource, settleArrival, type ReturnSource } from './source.ts'

export interface ReturnClaimAsk {
  sourceId: string
  memberId: string
  /** Null for what is asked for, and for all that is left where nothing is. */
  amount: Amount | null
  /** The request that is answered, where one is: it must be open. */
  requestId?: string
}

export interface Returned {
  request: ReturnRow
  share: ShareRow
  returned: Amount
}

/**
 * Give back what one has of a packet or transfer. An open request for it is answered by that; where there is none, the
 * return stands as an offer that is settled at once. Refuses `not_found`, `self_not_allowed`, `nothing_to_return`,
 * `already_given_back`, `return_above_left`, `return_request_over`, `instalments_agreed`, `payer_forgotten`, `wallet_frozen`,
 * `balance_too_low` (AM04), in this order.
 */
export async function returnClaim(tx: Tx, ask: ReturnClaimAsk): Promise<Returned> {
  const { sourceId, memberId, amount } = ask
  const source = await seeSource(tx, sourceId, memberId)
  if (source.payerId === memberId)
    throw new RefusalError(refuse(source.payee ? 'not_found' : 'self_not_allowed'))
  const received = await receivedOf(tx, source, memberId)
  if (received === undefined) throw new RefusalError(refuse('nothing_to_return'))
  await settleArrival(tx, source)
  const { share, open, now } = await lockShareOf(tx, source, memberId, received)
  orThrow(decideLeft(share, amount))
  await failIfOver(tx, ask, open, now)
  const elsewhere = await inInstalments(tx, sourceId, memberId)
  if (elsewhere) throw new RefusalError(elsewhere)
  await lockBeforeReturn(tx, source)
  const wallet = await lockBoth(tx, memberId, source)
  await failIfForgotten(tx, source)
  const decided = orThrow(decideReturnClaim(share, open, wallet, amount, now))
  const request = await answeredBy(tx, source, open, { memberId, amount: decided }, now)
  return payBack(tx, source, { share, request, returned: decided }, now)
}

/** Answer a request by its id. One that has ended says so: it can still be given back without it. */
export async function returnAsked(
  tx: Tx,
  { requestId, memberId, amount }: { requestId: string; memberId: string; amount: Amount | null },
): Promise<Returned> {
  const place = await tx.one(whereIsRequest, requestId)
  if (place?.recipientId !== memberId) throw new RefusalError(refuse('not_found'))
  return returnClaim(tx, { sourceId: place.sourceId, memberId, amount, requestId })
}

async function failIfOver(
  tx: Tx,
  { sourceId, requestId }: ReturnClaimAsk,
  open: ReturnRow | undefined,
  now: Instant,
): Promise<void> {
  if (requestId === undefined) return
  const request = open?.id === requestId ? open : await tx.one(readRequest, sourceId, requestId)
  const over = overRefusal(request!, now)
  if (over) throw new RefusalError(over)
}

/**
 * Nobody would find what went back to a member who was forgotten: it stays where it is. Asked with their wallet locked,
 * which a forgetting locks too.
 */
async function failIfForgotten(tx: Tx, { paidFromId, payerId }: ReturnSource): Promise<void> {
  const ownerId = paidFromId ?? payerId
  if (!isIdOf('member', ownerId)) return
  const owner = await readMember(tx, ownerId)
  if (owner!.forgottenAt !== null) throw new RefusalError(refuse('payer_forgotten'))
}

/** Both wallets, by id: of two who give back to each other at once neither waits for the other in a circle. */
export async function lockBoth(tx: Tx, memberId: string, source: ReturnSource): Promise<LockedWallet> {
  const { payerId, paidFromId, currency } = source
  const wallets = new Map<string, LockedWallet>()
  for (const ownerId of [memberId, paidFromId ?? payerId].sort())
    wallets.set(ownerId, (await lockWallet(tx, ownerId, currency as Currency))!)
  return wallets.get(memberId)!
}

/** The request that a return answers; a new one that nobody asked where none is open. */
async function answeredBy(
  tx: Tx,
  source: ReturnSource,
  open: ReturnRow | undefined,
  { memberId, amount }: { memberId: string; amount: Amount },
  now: Instant,
): Promise<ReturnRow> {
  if (open && isReturnOpen(open, now)) return open
  if (open) await endUnanswered(tx, open, now)
  const { id, payerId, currency } = source
  const at = toIso(now)
  const offered = [id, tx.newId('returnRequest'), 'offered', payerId, memberId, currency] as const
  return (await tx.one(insertRequest, ...offered, null, amount, '', at, null, null, false))!
}

async function payBack(
  tx: Tx,
  source: ReturnSource,
  { share, request, returned }: Returned,
  at: Instant,
): Promise<Returned> {
  const postingCount = request.postingCount + 1n
  await post(tx, {
    sourceId: request.id,
    postingNo: postingCount,
    from: { ownerId: share.recipientId, kind: 'wallet' },
    to: { ownerId: source.paidFromId ?? source.payerId, kind: 'wallet' },
    currency: source.currency,
    amount: returned,
    reason: 'returned',
    at,
  })
  await countReturn(tx, source, { end: 'returned', amount: returned, at })
  const back = { ...request, returned: request.returned + returned, returnedAt: at }
  const closedAt = stillAsked(back) === 0n ? at : null
  const data = { returnedNow: returned, result: returnResult(back, at), reason: returnReason(request) }
  const parts = { returned: back.returned, returnedAt: at, closedAt, postingCount }
  const row = await changeRequest(tx, request, parts, { kind: 'return_request.returned', data }, at)
  return {
    request: row,
    share: await changeShare(tx, share, { returned: share.returned + returned }, at),
    returned,
  }
}
