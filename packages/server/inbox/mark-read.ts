/** Marking notices as read: one place a member has read through, which only ever moves forward. */

import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { comparePlacesBack, endOfTold, type PlaceBack } from '../events/read-back.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { findNotices } from './find-notices.ts'
import { moveMark } from './inbox.sql.ts'
import { placeText } from './place-text.ts'
import { countUnread, markOf } from './read-inbox.ts'

export interface MarkReadAsk {
  memberId: string
  /** A notice's place: it and all before it are read. `all`: the last notice there is now. */
  through: PlaceBack | 'all'
}

/**
 * Mark as read. What is read already stays so, changes nothing and is told to nobody; what is not told yet is never
 * read by a place that was made up. Gives how many are unread now.
 */
export async function markRead(tx: Tx, { memberId, through }: MarkReadAsk): Promise<number> {
  const member = await lockMember(tx, memberId)
  const at = await tx.now(member.changedAt)
  const place = through === 'all' ? await lastNotice(tx, memberId) : await atMostNow(tx, through)
  const moved = place && (await move(tx, memberId, place))
  const unreadCount = await countUnread(tx, memberId, await markOf(tx, memberId))
  if (moved)
    await tellMember(tx, memberId, {
      kind: 'inbox.read',
      at,
      data: { memberId, through: placeText(place), unreadCount },
    })
  return unreadCount
}

async function lastNotice(tx: Tx, memberId: string): Promise<PlaceBack | undefined> {
  const { found } = await findNotices(tx, memberId, undefined, ({ length }) => length > 0)
  return found[0]?.place
}

async function atMostNow(tx: Tx, place: PlaceBack): Promise<PlaceBack> {
  const end = await endOfTold(tx)
  return comparePlacesBack(place, end) > 0 ? end : place
}

async function move(tx: Tx, memberId: string, { xid, at, sourceId, seq }: PlaceBack): Promise<boolean> {
  return (await tx.one(moveMark, memberId, String(xid), toIso(at), sourceId, seq)) !== undefined
}
