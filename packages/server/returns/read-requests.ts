/** Return requests as the two they are between may see them; to whoever else there is none. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  readRequest,
  readShares,
  requestsOfPayer,
  requestsOfRecipient,
  requestsOfSource,
  whereIsRequest,
  type ReturnRow,
  type ShareRow,
} from './returns.sql.ts'
import { seeSource } from './source.ts'

export type { ReturnRow, ShareRow } from './returns.sql.ts'

export const returnSides = ['made', 'received'] as const
export type ReturnSide = (typeof returnSides)[number]

const isOneOfTwo = ({ payerId, recipientId }: ReturnRow, memberId: string) =>
  payerId === memberId || recipientId === memberId

/** A request for one of its two; `not_found` to whoever else. */
export async function seeRequest(tx: Tx, requestId: string, memberId: string): Promise<ReturnRow> {
  const request = await anyRequest(tx, requestId)
  if (!request || !isOneOfTwo(request, memberId)) throw new RefusalError(refuse('not_found'))
  return request
}

/** A request for whoever may see any: a dispute about it, an evidence pack. Undefined where there is none. */
export async function anyRequest(tx: Tx, requestId: string): Promise<ReturnRow | undefined> {
  const place = await tx.one(whereIsRequest, requestId)
  return place && tx.one(readRequest, place.sourceId, requestId)
}

/** Every request about a packet or transfer, in order of asking, for whoever may see all of it. */
export function allRequestsOf(tx: Tx, sourceId: string): Promise<ReturnRow[]> {
  return tx.run(requestsOfSource, sourceId)
}

/** The requests about a packet or transfer that this member made or is asked; `not_found` where it is not theirs to see. */
export async function requestsAbout(tx: Tx, sourceId: string, memberId: string): Promise<ReturnRow[]> {
  const own = (await allRequestsOf(tx, sourceId)).filter((request) => isOneOfTwo(request, memberId))
  // An administrator who asks in place of a sender sees the request, not the packet.
  if (own.length === 0) await seeSource(tx, sourceId, memberId)
  return own
}

/** At most `limit` of what a member has asked back, or is asked for, newest first, from below a place. */
export function listRequests(
  tx: Tx,
  memberId: string,
  { side, from, limit }: { side: ReturnSide; from: { at: Instant; id: string } | undefined; limit: number },
): Promise<ReturnRow[]> {
  const place = from ? ([toIso(from.at), from.id] as const) : (['infinity', ''] as const)
  return tx.run(side === 'made' ? requestsOfPayer : requestsOfRecipient, memberId, ...place, limit)
}

/** The shares these requests are about, by source and recipient (`shareKey`). */
export async function sharesOf(
  tx: Tx,
  wanted: readonly { sourceId: string; recipientId: string }[],
): Promise<Map<string, ShareRow>> {
  if (wanted.length === 0) return new Map()
  const rows = await tx.run(
    readShares,
    wanted.map(({ sourceId }) => sourceId),
    wanted.map(({ recipientId }) => recipientId),
  )
  return new Map(rows.map((share) => [shareKey(share), share]))
}

export const shareKey = ({ sourceId, recipientId }: { sourceId: string; recipientId: string }): string =>
  `${sourceId} ${recipientId}`
