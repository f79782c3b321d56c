/**
 * Collections as their people see them: the one who asks sees every share, whoever is asked sees their own and how many
 * have paid, and nobody else that there is one.
 */

import type { Collection, CollectionShare } from '@laisee/core/collection.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { transferStateAt } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { transfersById } from '../transfers/read.ts'
import {
  collectionsAsked,
  collectionsToPay,
  lockCollection,
  readCollections,
  readShares,
  type CollectionRow,
} from './collections.sql.ts'

/** A collection with its shares, each with the transfer that paid it, at a moment. */
export interface SeenCollection {
  collection: Collection & { changedAt: Instant }
  shares: CollectionShare[]
  now: Instant
}

/** A collection under lock, for a verb; `not_found` where this member has no part in it. */
export async function lockCollectionFor(
  tx: Tx,
  memberId: string,
  collectionId: string,
): Promise<SeenCollection & { isAsker: boolean; own: CollectionShare | undefined }> {
  const row = await tx.one(lockCollection, collectionId)
  if (!row) throw new RefusalError(refuse('not_found'))
  const seen = (await withShares(tx, [row]))[0]!
  const isAsker = row.askerId === memberId
  const own = seen.shares.find((share) => share.memberId === memberId)
  if (!isAsker && !own) throw new RefusalError(refuse('not_found'))
  return { ...seen, isAsker, own }
}

/** A collection as this member may see it; `not_found` where they have no part in it. */
export async function seeCollection(tx: Tx, memberId: string, id: string): Promise<SeenCollection> {
  const [seen] = await withShares(tx, await tx.run(readCollections, [id]))
  if (!seen || !hasPart(seen, memberId)) throw new RefusalError(refuse('not_found'))
  return seen
}

const hasPart = ({ collection, shares }: SeenCollection, memberId: string): boolean =>
  collection.askerId === memberId || shares.some((share) => share.memberId === memberId)

export type CollectionRole = 'asked' | 'to_pay'

/** At most `limit` of what a member has asked, or is asked for, newest first, from below a place. */
export async function listCollections(
  tx: Tx,
  memberId: string,
  ask: { role: CollectionRole; from: { at: Instant; id: string } | undefined; limit: number },
): Promise<SeenCollection[]> {
  const { role, from, limit } = ask
  const [before, beforeId] = from ? [toIso(from.at), from.id] : ['infinity', '']
  const page = role === 'asked' ? collectionsAsked : collectionsToPay
  const ids = (await tx.run(page, memberId, before, beforeId, limit)).map(({ id }) => id)
  if (ids.length === 0) return []
  const seen = await withShares(tx, await tx.run(readCollections, ids))
  const byId = new Map(seen.map((one) => [one.collection.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function withShares(tx: Tx, rows: readonly CollectionRow[]): Promise<SeenCollection[]> {
  if (rows.length === 0) return []
  const shares = await tx.run(
    readShares,
    rows.map(({ id }) => id),
  )
  const transferIds = shares.map(({ transferId }) => transferId).filter((id) => id !== null)
  const transfers = await transfersById(tx, transferIds)
  const now = await tx.now()
  const byCollection = Map.groupBy(shares, ({ collectionId }) => collectionId)
  return rows.map((collection) => ({
    collection,
    now: Math.max(now, collection.changedAt),
    shares: (byCollection.get(collection.id) ?? []).map(({ transferId, ...share }): CollectionShare => {
      const transfer = transferId === null ? undefined : transfers.get(transferId)
      const state = transfer && transferStateAt(transfer, Math.max(now, transfer.changedAt))
      return { ...share, paidBy: transfer && state ? { id: transfer.id, state } : null }
    }),
  }))
}
