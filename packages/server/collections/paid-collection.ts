/** The collection that a transfer paid a share of: for whoever gathers what happened to that transfer. */

import type { Tx } from '../db/db.ts'
import {
  collectionOfTransfer,
  readCollections,
  type CollectionRow,
  type ShareRow,
} from './collections.sql.ts'

export interface PaidCollection {
  collection: CollectionRow
  /** The share that it paid, and no other: that is between the two. */
  share: ShareRow
}

/** It; undefined where the transfer paid for none. Whether the reader may see the transfer is for the caller to ask. */
export async function collectionPaidBy(
  tx: Tx,
  payerId: string,
  transferId: string,
): Promise<PaidCollection | undefined> {
  const share = await tx.one(collectionOfTransfer, payerId, transferId)
  const [collection] = share ? await tx.run(readCollections, [share.collectionId]) : []
  return share && collection && { collection, share }
}
