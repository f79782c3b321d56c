/**
 * Transfers as a conversation holds them: between two members, in order of delivery. Before delivery, and when it was
 * undone, a transfer is there for its payer only. Asked of every node, for a person who looks.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import {
  latestReceivedTransfers,
  latestSentTransfers,
  transfersFromTo,
  transfersPaidTo,
  type LatestTransferRow,
  type TransferPlaceRow,
} from './between.sql.ts'

export interface TransferPage {
  /** Who looks. */
  viewerId: string
  now: Instant
  /** From below this moment of delivery, and below this id where moments are equal; undefined for the newest. */
  from: { at: Instant; id: string } | undefined
  limit: number
}

/** At most `limit` transfers in each direction between two members, newest delivery first. */
export async function transfersBetween(
  tx: Tx,
  otherId: string,
  { viewerId, now, from, limit }: TransferPage,
): Promise<TransferPlaceRow[]> {
  const [before, beforeId] = from ? [toIso(from.at), from.id] : ['infinity', '']
  const page = [viewerId, toIso(now), before, beforeId, limit] as const
  return [
    ...(await tx.run(transfersFromTo, viewerId, otherId, ...page)),
    ...(await tx.run(transfersFromTo, otherId, viewerId, ...page)),
  ]
}

/** Whether one of two members has sent the other a transfer that the other could see by now. */
export async function haveTransferred(
  tx: Tx,
  [one, other]: readonly [string, string],
  now: Instant,
): Promise<boolean> {
  for (const [payerId, payeeId] of [
    [one, other],
    [other, one],
  ] as const) {
    const page = [payeeId, toIso(now), 'infinity', '', 1] as const
    if ((await tx.run(transfersFromTo, payerId, payeeId, ...page)).length > 0) return true
  }
  return false
}

/** The last transfer in each direction between a member and everyone they have exchanged one with by now. */
export async function latestTransfersByMember(
  tx: Tx,
  viewerId: string,
  now: Instant,
): Promise<LatestTransferRow[]> {
  return [
    ...(await tx.run(latestSentTransfers, viewerId)),
    ...(await tx.run(latestReceivedTransfers, viewerId, toIso(now))),
  ]
}

/** Of transfers to each of these members that arrived or are on their way: the last one, and how many. */
export async function paidByTransfers(
  tx: Tx,
  payerId: string,
  memberIds: readonly string[],
): Promise<{ memberId: string; paidAt: Instant; amount: bigint; paidCount: number }[]> {
  return tx.run(transfersPaidTo, payerId, [...memberIds], toIso(await tx.now()))
}
