/**
 * Who may see whose card: name and photo, nothing else. Members see each other where they already have to do with one
 * another: in the contacts of either, or in one group at the same time, now or once. Anyone else is "not found".
 */

import { wereTogether } from '@laisee/core/group.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { isContactEitherWay } from './contacts.ts'
import { staysOf } from './groups.ts'
import { cardsOf } from './members.ts'

/** The card of a member as another member, or themselves, may see it. */
export async function seeCard(tx: Tx, viewerId: string, memberId: string): Promise<MemberCard> {
  const card = (await cardsOf(tx, [memberId])).get(memberId)
  if (!card || !(await maySeeCard(tx, viewerId, memberId))) throw new RefusalError(refuse('not_found'))
  return card
}

/** Whether a member may see another's card: their own, a contact's on either side, or of one group at the same time. */
export async function maySeeCard(tx: Tx, viewerId: string, memberId: string): Promise<boolean> {
  return (
    viewerId === memberId ||
    (await isContactEitherWay(tx, viewerId, memberId)) ||
    (await sharedGroup(tx, viewerId, memberId))
  )
}

async function sharedGroup(tx: Tx, viewerId: string, memberId: string): Promise<boolean> {
  const own = await staysOf(tx, viewerId)
  if (own.length === 0) return false
  const theirs = await staysOf(tx, memberId)
  return own.some((one) => theirs.some((other) => one.groupId === other.groupId && wereTogether(one, other)))
}
