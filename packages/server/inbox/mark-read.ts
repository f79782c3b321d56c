/** Marking notices as read: one place a member has read through, which only ever moves forward. */

import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { comparePlacesBack, endOfTold, type PlaceBack } from '../events/read-back.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { moveMark } from './inbox.sql.ts'
import { placeText } from './place-text.ts'
import { countUnread, markOf } from './read-inbox.ts'

export interface MarkReadAsk {
  memberId: string
  /** A notice's place: it and all before it are read. `all`: everything that is told by now. */
  through: PlaceBack | 'all'
}

/**
 * Mark as read. What is read already stays so, changes nothing and is told to nobody; what is not told yet is never
 * read by a place that was made up. Gives how many are unread now.
 */
export async function markRead(tx: Tx, { memberId, through }: MarkReadAsk): Promise<number> {
  const member = await lockMember(tx, memberId)
  const at = await tx.now(member.changedAt)
  const end = await endOfTold(tx)
  const place = through === 'all' || comparePlacesBack(through, end) > 0 ? end : through
  const { xid, sourceId, seq } = place
  const moved = await tx.one(moveMark, memberId, String(xid), toIso(place.at), sourceId, seq)
  const unreadCount = await countUnread(tx, memberId, await markOf(tx, memberId))
  if (moved)
    await tellMember(tx, memberId, {
      kind: 'inbox.read',
      at,
      data: { memberId, through: placeText(place), unreadCount },
    })
  return unreadCount
}
