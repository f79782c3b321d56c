/** A member's inbox: a page of their notices with what each of them is called, and how many are not read yet. */

import type { Notice } from '@laisee/core/notice.ts'
import { isQuietAt } from '@laisee/core/quiet.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { comparePlacesBack, type PlaceBack } from '../events/read-back.ts'
import { readMember } from '../people/members.ts'
import { namesOf } from '../people/names.ts'
import { findNotices, type FoundNotice } from './find-notices.ts'
import { readMark } from './inbox.sql.ts'

export interface InboxNotice extends Notice {
  place: PlaceBack
  read: boolean
  /** It came in the reader's quiet hours, as they are set now: shown, not rung. */
  quiet: boolean
}

export interface InboxPage {
  notices: InboxNotice[]
  /** Where the next page begins; undefined at the end. */
  next: PlaceBack | undefined
  /** At most `unreadCountMax`, which stands for that many or more. */
  unreadCount: number
  /** What the reader calls everyone and every group that is named. */
  names: Record<string, string>
}

export const unreadCountMax = 100

/** Where a member has read to; undefined where they have read nothing. */
export async function markOf(tx: Tx, memberId: string): Promise<PlaceBack | undefined> {
  const mark = await tx.one(readMark, memberId)
  return mark && { ...mark, xid: BigInt(mark.xid) }
}

function isRead({ notice, place }: FoundNotice, mark: PlaceBack | undefined): boolean {
  return notice.settled || (mark !== undefined && comparePlacesBack(place, mark) <= 0)
}

/** Whether a search from the top has seen every unread notice, or as many as are counted. */
function sawUnread(found: readonly FoundNotice[], mark: PlaceBack | undefined): boolean {
  const last = found.at(-1)
  if (last && mark && comparePlacesBack(last.place, mark) <= 0) return true
  return unreadIn(found, mark) >= unreadCountMax
}

function unreadIn(found: readonly FoundNotice[], mark: PlaceBack | undefined): number {
  return Math.min(unreadCountMax, found.filter((one) => !isRead(one, mark)).length)
}

/** How many of a member's notices are not read, as far as an inbox looks back. */
export async function countUnread(tx: Tx, memberId: string, mark: PlaceBack | undefined): Promise<number> {
  const { found } = await findNotices(tx, memberId, undefined, (so) => sawUnread(so, mark))
  return unreadIn(found, mark)
}

/** A page of notices, last told first, from before a place. */
export async function readInbox(
  tx: Tx,
  memberId: string,
  { before, limit }: { before: PlaceBack | undefined; limit: number },
): Promise<InboxPage> {
  const member = await readMember(tx, memberId)
  if (!member) throw new RefusalError(refuse('not_found'))
  const mark = await markOf(tx, memberId)
  const search = await findNotices(
    tx,
    memberId,
    before,
    (found) => found.length > limit && (before !== undefined || sawUnread(found, mark)),
  )
  const kept = search.found.slice(0, limit)
  return {
    notices: kept.map((one) => ({
      ...one.notice,
      place: one.place,
      read: isRead(one, mark),
      quiet: isQuietAt(Date.parse(one.notice.at), member),
    })),
    next: search.found.length > limit ? kept.at(-1)!.place : search.older,
    unreadCount: before === undefined ? unreadIn(search.found, mark) : await countUnread(tx, memberId, mark),
    names: await namesOf(tx, memberId, namedIn(kept)),
  }
}

/** Whom and what notices name. */
function namedIn(found: readonly FoundNotice[]): string[] {
  const facts = found.flatMap(({ notice }) => Object.values(notice.data).flat())
  return [...new Set(facts.filter((fact): fact is string => typeof fact === 'string'))]
}
