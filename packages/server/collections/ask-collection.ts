/** Asking several people for an amount each. Each hears of their own; nothing moves. */

import { decideAskCollection, type AskCollection } from '@laisee/core/collection.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { isAnyBlockedEitherWay } from '../people/blocks.ts'
import { lockGroupForSend, membersAt } from '../people/groups.ts'
import { lockMember, unknownMembers } from '../people/members.ts'
import { countOpen, insertCollection, insertShares } from './collections.sql.ts'
import { seeCollection, type SeenCollection } from './read-collections.ts'

/** Ask. Refuses in the order of core/collection.ts; one member's are asked one after the other. */
export async function askCollection(tx: Tx, ask: AskCollection & { note: string }): Promise<SeenCollection> {
  const { askerId, groupId, shares, note } = ask
  const groupChangedAt = groupId === null ? undefined : await lockGroupForSend(tx, groupId)
  const asker = await lockMember(tx, askerId)
  const now = await tx.now(Math.max(groupChangedAt ?? 0, asker.changedAt))
  const memberIds = shares.map(({ memberId }) => memberId)
  orThrow(
    decideAskCollection(ask, {
      openCount: (await tx.one(countOpen, askerId))!.count,
      unknownIds: await unknownMembers(tx, memberIds),
      isBlocked: await isAnyBlockedEitherWay(tx, askerId, memberIds),
      inside: await insideOf(tx, groupId, groupChangedAt !== undefined, now),
    }),
  )
  const id = tx.newId('collection')
  await tx.run(insertCollection, id, askerId, groupId, note, toIso(now))
  const amounts = shares.map(({ amount }) => amount)
  await tx.run(insertShares, id, toIso(now), memberIds, amounts)
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  await tell(tx, {
    sourceId: id,
    seq: 1n,
    kind: 'collection.asked',
    at: now,
    data: { collectionId: id, askerId, groupId, note, total, count: shares.length },
    audience: [askerId, ...memberIds],
  })
  return seeCollection(tx, askerId, id)
}

async function insideOf(tx: Tx, groupId: string | null, isKnown: boolean, now: Instant) {
  if (groupId === null) return null
  return isKnown ? new Set(await membersAt(tx, groupId, now)) : undefined
}
