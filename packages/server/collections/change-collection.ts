/** What happens to a collection without money: a share is declined or asked for again, and the whole is closed. */

import {
  decideCloseCollection,
  decideDeclineShare,
  decideRemindShare,
  type CollectionShare,
} from '@laisee/core/collection.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { readMember } from '../people/members.ts'
import { changeCollection, changeShare } from './collections.sql.ts'
import { lockCollectionFor, seeCollection, type SeenCollection } from './read-collections.ts'

interface CollectionAsk {
  memberId: string
  collectionId: string
}

/** Say that one will not pay. Refuses `not_found`, `share_paid_already`, `already_declined`, `collection_closed`. */
export async function declineShare(
  tx: Tx,
  { memberId, collectionId }: CollectionAsk,
): Promise<SeenCollection> {
  const { collection, own, now } = await lockCollectionFor(tx, memberId, collectionId)
  if (!own) throw new RefusalError(refuse('not_found'))
  orThrow(decideDeclineShare(collection, own))
  await writeShare(tx, collectionId, { ...own, declinedAt: now })
  await tellOf(tx, collection, 'collection.declined', { memberId }, now, [collection.askerId, memberId])
  return seeCollection(tx, memberId, collectionId)
}

/** Ask one member again. Refuses `not_found` and as `decideRemindShare` does. */
export async function remindShare(
  tx: Tx,
  { memberId, collectionId, remindedId }: CollectionAsk & { remindedId: string },
): Promise<SeenCollection> {
  const { collection, shares, isAsker, now } = await lockCollectionFor(tx, memberId, collectionId)
  const share = shares.find((one) => one.memberId === remindedId)
  const member = await readMember(tx, remindedId)
  if (!isAsker || !share || !member) throw new RefusalError(refuse('not_found'))
  const isBlocked = await isBlockedEitherWay(tx, memberId, remindedId)
  orThrow(decideRemindShare(collection, share, { isBlocked, member }, now))
  await writeShare(tx, collectionId, { ...share, reminderCount: share.reminderCount + 1, remindedAt: now })
  const data = { memberId: remindedId, amount: share.amount, note: collection.note }
  await tellOf(tx, collection, 'collection.reminded', data, now, [memberId, remindedId])
  return seeCollection(tx, memberId, collectionId)
}

/** Ask nobody any more. Refuses `not_found`, `collection_closed`. */
export async function closeCollection(
  tx: Tx,
  { memberId, collectionId }: CollectionAsk,
): Promise<SeenCollection> {
  const { collection, shares, isAsker, now } = await lockCollectionFor(tx, memberId, collectionId)
  if (!isAsker) throw new RefusalError(refuse('not_found'))
  orThrow(decideCloseCollection(collection))
  const everyone = [memberId, ...shares.map((share) => share.memberId)]
  await tellOf(tx, { ...collection, closedAt: now }, 'collection.closed', {}, now, everyone)
  return seeCollection(tx, memberId, collectionId)
}

/** Keep what was decided of a share. The caller holds the collection's lock. */
export async function writeShare(
  tx: Tx,
  collectionId: string,
  { memberId, declinedAt, reminderCount, remindedAt, paidBy }: CollectionShare,
): Promise<void> {
  const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))
  const transferId = paidBy?.id ?? null
  await tx.run(
    changeShare,
    collectionId,
    memberId,
    isoOrNull(declinedAt),
    reminderCount,
    isoOrNull(remindedAt),
    transferId,
  )
}

/** Count an event of a collection and tell it. */
export async function tellOf(
  tx: Tx,
  collection: { id: string; askerId: string; closedAt: Instant | null },
  kind: EventKind,
  data: Record<string, unknown>,
  at: Instant,
  audience: readonly string[],
): Promise<void> {
  const { id, askerId, closedAt } = collection
  const row = await tx.one(changeCollection, id, closedAt === null ? null : toIso(closedAt), toIso(at))
  const seq = row!.eventCount
  await tell(tx, { sourceId: id, seq, kind, at, data: { collectionId: id, askerId, ...data }, audience })
}
