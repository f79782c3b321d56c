/** Loading a share for a verb: its row under lock, the request that is open on it, then the time. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  lockShare,
  openRequestOf,
  openShare,
  readRequest,
  whereIsRequest,
  type ReturnRow,
  type ShareRow,
} from './returns.sql.ts'
import type { ReturnSource } from './source.ts'

export type { ShareRow } from './returns.sql.ts'

export interface LockedShare {
  share: ShareRow
  /** What is open on it, as its row says: the clock may have ended it. */
  open: ReturnRow | undefined
  now: Instant
}

export interface LockedRequest {
  share: ShareRow
  request: ReturnRow
  now: Instant
}

/** Lock what a recipient has of a source, opened where nobody has asked of it before. */
export async function lockShareOf(
  tx: Tx,
  source: ReturnSource,
  recipientId: string,
  received: Amount,
): Promise<LockedShare> {
  await tx.run(openShare, source.id, recipientId, source.currency, received, toIso(await tx.now()))
  const share = (await tx.one(lockShare, source.id, recipientId))!
  const open = await tx.one(openRequestOf, source.id, recipientId)
  return { share, open, now: await tx.now(Math.max(share.changedAt, open?.changedAt ?? 0)) }
}

/** Lock what a recipient has of a source, where anything was asked or given back of it before. */
export function lockKnownShare(tx: Tx, sourceId: string, recipientId: string): Promise<ShareRow | undefined> {
  return tx.one(lockShare, sourceId, recipientId)
}

/** Lock a request by its id; `not_found` where there is none. Whether the caller may know of it is for them to ask. */
export async function lockRequest(tx: Tx, requestId: string): Promise<LockedRequest> {
  const place = await tx.one(whereIsRequest, requestId)
  if (!place) throw new RefusalError(refuse('not_found'))
  const share = (await tx.one(lockShare, place.sourceId, place.recipientId))!
  const request = (await tx.one(readRequest, place.sourceId, requestId))!
  return { share, request, now: await tx.now(Math.max(share.changedAt, request.changedAt)) }
}
